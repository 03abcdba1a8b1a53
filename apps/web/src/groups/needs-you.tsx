import { useQuery, type UseQueryResult } from '@tanstack/react-query';
import { Link } from '@tanstack/react-router';
import type { GroupSummary } from '@followon/shared/contract/groups';
import type { ReactNode } from 'react';
import { useSession } from '../api/session.js';
import { t } from '../i18n.js';
import { LevelTag, standingOf } from '../ui/level-tag.js';
import { Section } from '../ui/page.js';
import { concernOf, FirstReason } from '../ui/reason-list.js';
import { Asked, Empty } from '../ui/states.js';
import { TurnoutStrip } from '../ui/turnout-strip.js';
import { sayLevelSince } from './group-words.js';
import { groupQueries } from './queries.js';
import { silenceFirst } from './silence-first.js';

/** Most worrying first, then the longest waiting. */
const URGENCY = ['at-risk', 'fading', 'unknown'];
const urgency = (group: GroupSummary): number => (URGENCY.indexOf(standingOf(group)) + 4) % 4;
const byUrgency = (a: GroupSummary, b: GroupSummary): number =>
  urgency(a) - urgency(b) || (a.levelSince ?? '').localeCompare(b.levelSince ?? '');

interface NeedProps extends Pick<NeedsYouProps, 'tried' | 'acts'> {
  readonly group: GroupSummary;
  readonly now: string;
}

/** One group in one glance: what, why, since when, what was tried, and the act. */
function Need({ group, now, tried, acts }: NeedProps) {
  const since = sayLevelSince(group, now);
  return (
    <article className="fo-card fo-need" aria-labelledby={`need-${group.id}`}>
      <div className="fo-need__head">
        <h2 className="fo-need__name" id={`need-${group.id}`}>
          <Link to="/groups/$id" params={{ id: group.id }}>
            {group.name}
          </Link>
        </h2>
        <LevelTag group={group} />
      </div>
      <FirstReason
        reasons={silenceFirst(group)}
        clearsWhen={group.clearsWhen}
        now={now}
        groupId={group.id}
        usual={group.turnout.usual}
        brief
      />
      <TurnoutStrip turnout={group.turnout} now={now} size="card" concern={concernOf(group)} />
      <div className="fo-need__known">
        {since ? <p>{t('need.sinceLine', { since })}</p> : null}
        {tried(group.id)}
      </div>
      <div className="fo-need__acts">{acts(group.id)}</div>
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
          <li key={group.id} className="fo-tag-line">
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
  /** What has been tried for a group, in a line. */
  readonly tried: (groupId: string) => ReactNode;
  readonly acts: (groupId: string) => ReactNode;
  readonly title: (count: number) => ReactNode;
}

function Waiting(props: Omit<NeedsYouProps, 'standing'> & { readonly groups: readonly GroupSummary[] }) {
  const { groups, tried, acts, title } = props;
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
          <Need key={group.id} group={group} now={now} tried={tried} acts={acts} />
        ))}
      </div>
    </>
  );
}

/** *Groups that may need you*: why, since when, how the meetings went, and the act (given by `acts`). */
export function NeedsYou({ standing, ...parts }: NeedsYouProps) {
  const groups = useQuery(groupQueries.needingYou());
  return (
    <Asked query={groups} lines={6}>
      {({ items }) => (
        <Asked query={standing} lines={6}>
          {(open) => (
            <>
              <Waiting {...parts} groups={items.filter(({ id }) => open.has(id))} />
              <LookedAt groups={items.filter(({ id }) => !open.has(id))} />
            </>
          )}
        </Asked>
      )}
    </Asked>
  );
}
