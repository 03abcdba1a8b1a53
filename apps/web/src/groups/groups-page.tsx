import { useInfiniteQuery } from '@tanstack/react-query';
import { Link } from '@tanstack/react-router';
import type { GroupSummary } from '@followon/shared/contract/groups';
import { useSession } from '../api/session.js';
import { sayDay } from '../dates.js';
import { t } from '../i18n.js';
import { Button } from '../ui/button.js';
import { KindTag, LevelTag } from '../ui/level-tag.js';
import { PageTitle } from '../ui/page.js';
import { Empty, Failed, Loading } from '../ui/states.js';
import { concernOf } from '../ui/reason-list.js';
import { TurnoutStrip } from '../ui/turnout-strip.js';
import { GroupFilterBar } from './group-filters.js';
import { groupQueries, type GroupFilters } from './queries.js';

const sayLast = (group: GroupSummary, now: string): string =>
  group.lastMetOn ? sayDay(group.lastMetOn, now) : t('groups.notYet');

interface RowProps {
  readonly group: GroupSummary;
  readonly now: string;
  /** The reader belongs to the group. */
  readonly kindly: boolean;
}

function Row({ group, now, kindly }: RowProps) {
  return (
    <tr className="nhsuk-table__row">
      <th scope="row" className="nhsuk-table__header">
        <Link to="/groups/$id" params={{ id: group.id }}>
          {group.name}
        </Link>
        <span className="fo-muted fo-block">{group.siteName}</span>
      </th>
      <td className="nhsuk-table__cell" data-label={t('groups.level')}>
        {kindly ? <KindTag group={group} /> : <LevelTag group={group} />}
      </td>
      <td className="nhsuk-table__cell" data-label={t('groups.turnout')}>
        <TurnoutStrip
          turnout={group.turnout}
          now={now}
          size="row"
          concern={kindly ? undefined : concernOf(group)}
        />
      </td>
      <td className="nhsuk-table__cell" data-label={t('groups.lastMet')}>
        {sayLast(group, now)}
        {group.registersMissing > 0 ? (
          <span className="fo-muted fo-block">{t('groups.missing', { count: group.registersMissing })}</span>
        ) : null}
      </td>
    </tr>
  );
}

function Table({ groups }: { readonly groups: readonly GroupSummary[] }) {
  const { now, ownGroupIds } = useSession();
  return (
    <table className="nhsuk-table fo-table">
      <caption className="nhsuk-u-visually-hidden">{t('groups.caption')}</caption>
      <thead className="nhsuk-table__head">
        <tr>
          <th scope="col">{t('groups.name')}</th>
          <th scope="col">{t('groups.level')}</th>
          <th scope="col">{t('groups.turnout')}</th>
          <th scope="col">{t('groups.lastMet')}</th>
        </tr>
      </thead>
      <tbody className="nhsuk-table__body">
        {groups.map((group) => (
          <Row key={group.id} group={group} now={now} kindly={ownGroupIds.includes(group.id)} />
        ))}
      </tbody>
    </table>
  );
}

function Found({ filters }: { readonly filters: GroupFilters }) {
  const list = useInfiniteQuery(groupQueries.list(filters));
  if (list.isPending) return <Loading lines={8} />;
  if (list.isError) return <Failed error={list.error} again={() => void list.refetch()} />;
  const groups = list.data.pages.flatMap((page) => page.items);
  if (groups.length === 0 && Object.values(filters).every((value) => !value))
    return <Empty title={t('groups.noneYet')} />;
  if (groups.length === 0)
    return (
      <Empty title={t('groups.none')}>
        <p>
          <Link to="/groups">{t('groups.clear')}</Link>
        </p>
      </Empty>
    );
  return (
    <>
      <Table groups={groups} />
      {list.hasNextPage ? (
        <Button kind="secondary" busy={list.isFetchingNextPage} onClick={() => void list.fetchNextPage()}>
          {t('groups.more')}
        </Button>
      ) : null}
    </>
  );
}

/** What a figure counted is said in words, with the way back to every group. */
function OnlyMissing({ filters }: { readonly filters: GroupFilters }) {
  if (!filters.registersMissing) return null;
  return (
    <p>
      {t('groups.onlyMissing')}{' '}
      <Link to="/groups" search={{ ...filters, registersMissing: undefined }}>
        {t('groups.clear')}
      </Link>
    </p>
  );
}

/** Every group the reader may know of, narrowed by what stands in the address. */
export function GroupsPage(props: {
  readonly filters: GroupFilters;
  readonly onFilter: (filters: GroupFilters) => void;
  readonly few: boolean;
}) {
  const { filters, onFilter, few } = props;
  const { ownGroupIds } = useSession();
  return (
    <>
      <PageTitle title={few ? t('groups.titleOwn', { count: ownGroupIds.length }) : t('groups.title')} />
      {few ? null : <GroupFilterBar filters={filters} onChange={onFilter} />}
      <OnlyMissing filters={filters} />
      <Found filters={filters} />
    </>
  );
}
