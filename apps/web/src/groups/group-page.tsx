import { useQuery } from '@tanstack/react-query';
import { Link } from '@tanstack/react-router';
import type { GroupView } from '@followon/shared/contract/groups';
import type { ReactNode } from 'react';
import { useSession } from '../api/session.js';
import { sayDay } from '../dates.js';
import { t } from '../i18n.js';
import { Breadcrumb } from '../ui/breadcrumb.js';
import { KindTag, LevelTag } from '../ui/level-tag.js';
import { PageTitle } from '../ui/page.js';
import { Asked } from '../ui/states.js';
import { CADENCE_WORDS, sayLevelSince } from './group-words.js';
import { groupQueries } from './queries.js';
import { TellUs } from './tell-us.js';
import { GroupTurnout } from './turnout-chart.js';
import { WhyGroup } from './why-group.js';

/** A group that rests or has ended has no next date, whatever was planned before. */
const GOES_ON: readonly GroupView['state'][] = ['forming', 'meeting', 'unknown'];

function Facts({ group, now }: { readonly group: GroupView; readonly now: string }) {
  const facts = [
    t(CADENCE_WORDS[group.cadence]),
    group.lastMetOn ? t('group.lastMet', { day: sayDay(group.lastMetOn, now) }) : t('group.notMet'),
    ...(GOES_ON.includes(group.state) ? [sayNext(group, now)] : []),
  ];
  return <p className="fo-facts">{facts.join(' ')}</p>;
}

const sayNext = ({ nextMeetingOn }: GroupView, now: string): string =>
  nextMeetingOn ? t('group.next', { day: sayDay(nextMeetingOn, now) }) : t('group.noNext');

/** To its own people a group that meets needs no tag, and no group is judged. */
const OwnTag = ({ group }: { readonly group: GroupView }) =>
  group.state === 'meeting' ? null : <KindTag group={group} />;

function Head({ group, now }: { readonly group: GroupView; readonly now: string }) {
  const { ownGroupIds } = useSession();
  const since = sayLevelSince(group, now);
  const up = group.ownGroup ? t('nav.myGroups', { count: ownGroupIds.length }) : t('nav.groups');
  return (
    <PageTitle title={group.name} before={<Breadcrumb trail={[{ to: '/groups', words: up }]} />}>
      <p className="fo-tag-line">
        {group.ownGroup ? <OwnTag group={group} /> : <LevelTag group={group} />}
        {since && !group.ownGroup ? (
          <span className="fo-muted">{t('need.since', { day: since })}</span>
        ) : null}
        <span className="fo-muted">{group.siteName}</span>
      </p>
      <Facts group={group} now={now} />
    </PageTitle>
  );
}

/** Whoever looks back at a group that theirs took in sees its meetings and no judgement, as its own people did. */
const asItsOwn = (group: GroupView): GroupView => (group.lookingBack ? { ...group, ownGroup: true } : group);

interface GroupPageProps {
  readonly id: string;
  /** What can be done about it now, beside the reasons. */
  readonly acts: ReactNode;
  /** What stands or waits for an answer, before anything else. */
  readonly first: (group: GroupView) => ReactNode;
  readonly children: (group: GroupView) => ReactNode;
}

/** A group as its reader may see it: how it goes, why, and what can be done. `children` bring meetings, alerts and messages. */
export function GroupPage({ id, acts, first, children }: GroupPageProps) {
  const { now } = useSession();
  const group = useQuery(groupQueries.one(id));
  return (
    <Asked query={group} lines={6} isPage>
      {(it) => (
        <>
          <Head group={it} now={now} />
          {it.may.record ? (
            <p>
              <Link to="/record" search={{ group: id }} className="nhsuk-button fo-button fo-button--primary">
                {t('nav.record')}
              </Link>
            </p>
          ) : null}
          {first(it)}
          <WhyGroup group={it} now={now} />
          {it.ownGroup ? null : <div className="fo-need__acts">{acts}</div>}
          <GroupTurnout group={asItsOwn(it)} now={now} />
          {it.lookingBack ? null : <TellUs group={it} now={now} />}
          {children(it)}
        </>
      )}
    </Asked>
  );
}
