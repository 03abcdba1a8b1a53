import { useQuery, type UseQueryResult } from '@tanstack/react-query';
import { Link } from '@tanstack/react-router';
import type { GroupSummary } from '@followon/shared/contract/groups';
import type { ReactNode } from 'react';
import { useSession } from '../api/session.js';
import { sayDay } from '../dates.js';
import { t } from '../i18n.js';
import { LevelTag, standingOf } from '../ui/level-tag.js';
import { asReasoned, concernOf, ReasonList } from '../ui/reason-list.js';
import { Section } from '../ui/page.js';
import { Asked, Empty } from '../ui/states.js';
import { TurnoutStrip } from '../ui/turnout-strip.js';
import { groupQueries } from './queries.js';

/** Most worrying first, then the longest waiting. */
const URGENCY = ['at-risk', 'fading', 'unknown'];
const urgency = (group: GroupSummary): number => (URGENCY.indexOf(standingOf(group)) + 4) % 4;
const byUrgency = (a: GroupSummary, b: GroupSummary): number =>
  urgency(a) - urgency(b) || (a.levelSince ?? '').localeCompare(b.levelSince ?? '');

function Need({
  group,
  now,
  children,
}: {
  readonly group: GroupSummary;
  readonly now: string;
  readonly children: ReactNode;
}) {
  return (
    <article className="fo-card fo-need" aria-labelledby={`need-${group.id}`}>
      <div className="fo-need__head">
        <h2 className="fo-need__name" id={`need-${group.id}`}>
          <Link to="/groups/$id" params={{ id: group.id }}>
            {group.name}
          </Link>
        </h2>
        <p className="fo-need__tag">
          <LevelTag group={group} />
          {group.levelSince ? (
            <span className="fo-muted">{t('need.since', { day: sayDay(group.levelSince, now) })}</span>
          ) : null}
        </p>
      </div>
      <ReasonList
        reasons={group.reasons.slice(0, 1)}
        clearsWhen={group.clearsWhen}
        now={now}
        meetingsHref={`/groups/${group.id}#meetings`}
      />
      <TurnoutStrip turnout={asReasoned(group)} now={now} size="card" concern={concernOf(group)} />
      <div className="fo-need__acts">{children}</div>
    </article>
  );
}

/** Groups that somebody has looked at: still as they were, and nothing to do about it today. */
function LookedAt({ groups }: { readonly groups: readonly GroupSummary[] }) {
  if (groups.length === 0) return null;
  return (
    <Section title={t('need.lookedAt')} id="looked-at">
      <ul className="fo-lines">
        {groups.map((group) => (
          <li key={group.id} className="fo-need__tag">
            <Link to="/groups/$id" params={{ id: group.id }}>
              {group.name}
            </Link>
            <LevelTag group={group} />
          </li>
        ))}
      </ul>
    </Section>
  );
}

interface NeedsYouProps {
  /** The groups somebody has not finished with. */
  readonly standing: UseQueryResult<ReadonlySet<string>>;
  readonly acts: (groupId: string) => ReactNode;
  readonly title: (count: number) => ReactNode;
}

function Waiting(props: Omit<NeedsYouProps, 'standing'> & { readonly groups: readonly GroupSummary[] }) {
  const { groups, acts, title } = props;
  const { now } = useSession();
  return (
    <>
      {title(groups.length)}
      {groups.length === 0 ? (
        <Empty title={t('need.none')}>
          <p>{t('need.noneHow')}</p>
        </Empty>
      ) : null}
      <div className="fo-stack">
        {groups.toSorted(byUrgency).map((group) => (
          <Need key={group.id} group={group} now={now}>
            {acts(group.id)}
          </Need>
        ))}
      </div>
    </>
  );
}

/** *Groups that may need you*: why, since when, how the meetings went, and the act (given by `acts`). */
export function NeedsYou({ standing, acts, title }: NeedsYouProps) {
  const groups = useQuery(groupQueries.needingYou());
  return (
    <Asked query={groups} lines={6}>
      {({ items }) => (
        <Asked query={standing} lines={6}>
          {(open) => (
            <>
              <Waiting groups={items.filter(({ id }) => open.has(id))} acts={acts} title={title} />
              <LookedAt groups={items.filter(({ id }) => !open.has(id))} />
            </>
          )}
        </Asked>
      )}
    </Asked>
  );
}
