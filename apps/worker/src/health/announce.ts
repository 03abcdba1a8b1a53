import type { DomainEvent } from '@followon/shared/events/catalogue';
import { londonDate, londonInstant } from '@followon/shared/rules/calendar/london';
import type { Assessment } from '@followon/shared/rules/health/assess-group';
import type { GroupHistory } from '@followon/shared/rules/health/facts';
import type { Marks } from '@followon/shared/rules/health/marks';
import { tellsOfMarks } from '@followon/shared/rules/health/marks';
import type { Drop, LevelChange } from '@followon/shared/rules/health/walk-levels';
import type { Within } from '../dispatch/reaction.js';
import { lastMetOn } from './health-columns.js';
import type { GroupStanding, StoredChange } from './judged-group.js';

interface Found {
  readonly standing: GroupStanding;
  readonly assessment: Assessment;
  readonly history: GroupHistory;
  readonly asOf: string;
  readonly marks: Marks;
  readonly last: DomainEvent;
  readonly changes: readonly LevelChange<DomainEvent>[];
  readonly drops: readonly Drop<DomainEvent>[];
}

/** Announces what was found; answers the steps as they are kept, a level that was only confirmed left out. */
export function announce(found: Found, within: Within): StoredChange[] {
  const { standing, assessment, history, asOf, last, changes, drops, marks } = found;
  const groupId = standing.group_id;
  const { parameterVersion } = marks;
  for (const { because, meetingId, reason } of drops) {
    const figures = { usual: Math.round(reason.usual ?? 0), recent: [...(reason.recent ?? [])] };
    within.append({ because, name: 'attendance.dropped.v1', payload: { groupId, meetingId, ...figures } });
  }
  const isByMarks = changes.some(({ reasons }) => tellsOfMarks(reasons));
  if (assessment.quiet && !standing.quiet && !isByMarks) {
    const payload = { groupId, lastMetOn: lastMetOn(history, asOf), on: asOf };
    within.append({ because: last, name: 'group.went-quiet.v1', payload });
  }
  return changes
    .map((change) => announceChange(groupId, { ...change, parameterVersion }, within))
    .filter(({ from_level, to_level }) => from_level !== to_level);
}

function announceChange(
  groupId: string,
  change: LevelChange<DomainEvent> & Pick<Marks, 'parameterVersion'>,
  { now, append }: Within,
): StoredChange {
  const { because, ...rest } = change;
  const { on, from, to, reasons } = rest;
  const payload = { ...rest, groupId, reasons: [...reasons] };
  const eventId = append({ because, name: 'group-health.changed.v1', payload });
  return {
    changed_on: on,
    at: whenOf(change, now),
    from_level: from,
    to_level: to,
    reasons,
    event_id: eventId,
  };
}

/** A change at a past meeting dates from that day at noon, one that is noticed today from now. */
export const whenOf = ({ on }: LevelChange<DomainEvent>, now: Date): Date =>
  on < londonDate(now) ? londonInstant(on, '12:00') : now;
