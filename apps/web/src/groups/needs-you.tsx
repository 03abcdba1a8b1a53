import { useQuery } from '@tanstack/react-query';
import { Link } from '@tanstack/react-router';
import type { GroupSummary } from '@followon/shared/contract/groups';
import type { ReactNode } from 'react';
import { useSession } from '../api/session.js';
import { sayDay } from '../dates.js';
import { t } from '../i18n.js';
import { LevelTag, standingOf } from '../ui/level-tag.js';
import { asReasoned, concernOf, ReasonList } from '../ui/reason-list.js';
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

/** *Groups that may need you*: why, since when, how the meetings went, and the act (given by `acts`). */
export function NeedsYou({
  acts,
  title,
}: {
  readonly acts: (groupId: string) => ReactNode;
  readonly title: (count: number) => ReactNode;
}) {
  const { now } = useSession();
  const groups = useQuery(groupQueries.needingYou());
  return (
    <Asked query={groups} lines={6}>
      {({ items }) => (
        <>
          {title(items.length)}
          {items.length === 0 ? (
            <Empty title={t('need.none')}>
              <p>{t('need.noneHow')}</p>
            </Empty>
          ) : (
            <div className="fo-stack">
              {items.toSorted(byUrgency).map((group) => (
                <Need key={group.id} group={group} now={now}>
                  {acts(group.id)}
                </Need>
              ))}
            </div>
          )}
        </>
      )}
    </Asked>
  );
}
