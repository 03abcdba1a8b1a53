import type { DomainEvent } from '@followon/shared/events/catalogue';
import type { Assessment, Reading } from '@followon/shared/rules/health/assess-group';
import type { ClearsWhen, Level, Reason } from '@followon/shared/rules/health/facts';
import { levelRank } from '@followon/shared/rules/health/facts';

/** A step of a group's level, and the event that brought it. */
export interface LevelChange {
  readonly because: DomainEvent;
  readonly on: string;
  readonly from: Level | null;
  readonly to: Level | null;
  readonly reasons: readonly Reason[];
  readonly clearsWhen: ClearsWhen | null;
  readonly bySilenceOnly: boolean;
}

/** Attendance fell at this meeting and had not at the one before. */
export interface Drop {
  readonly because: DomainEvent;
  readonly meetingId: string;
  readonly reason: Reason;
}

export interface Walk {
  readonly readings: readonly Reading[];
  /** What the run of events says about single meetings, by meeting. */
  readonly eventOf: ReadonlyMap<string, DomainEvent>;
  /** Nothing after this date has been read at yet. */
  readonly judgedTo: string | null;
  readonly level: Level | null;
  /** Silence alone had raised that level. */
  readonly bySilenceOnly: boolean;
}

type Readings = Pick<Walk, 'readings' | 'eventOf' | 'judgedTo'>;

/** Positions of the meetings that the run adds at the end of what was judged before, in order of date. */
export const newReadings = ({ readings, eventOf, judgedTo }: Readings): number[] =>
  [...readings.keys()].filter((index) => {
    const { meetingId, on } = readings[index] as Reading;
    return eventOf.has(meetingId) && (judgedTo === null || on > judgedTo);
  });

/**
 * Every change of level at the meetings that the run adds: an import is judged meeting by meeting. A level that only
 * silence had raised and that the registers now confirm is a change from itself to itself.
 */
export function walkLevels(walk: Walk): LevelChange[] {
  let { level: from, bySilenceOnly: wasSilence } = walk;
  return newReadings(walk).flatMap((index) => {
    const { meetingId, on, level: to, reasons, clearsWhen } = walk.readings[index] as Reading;
    const because = walk.eventOf.get(meetingId) as DomainEvent;
    const change = { because, on, from, to, reasons, clearsWhen, bySilenceOnly: false };
    const isConfirmed = wasSilence && to !== null && to !== 'steady';
    wasSilence = false;
    if (to === from && !isConfirmed) return [];
    from = to;
    return [change];
  });
}

const DROPS: readonly Reason['key'][] = ['under-3', 'below-60'];
const dropIn = (reading: Reading | undefined): Reason | undefined =>
  reading?.reasons.find(({ key }) => DROPS.includes(key));

export function dropsOf(walk: Readings): Drop[] {
  return newReadings(walk).flatMap((index) => {
    const { meetingId } = walk.readings[index] as Reading;
    const reason = dropIn(walk.readings[index]);
    if (!reason || dropIn(walk.readings[index - 1])) return [];
    return [{ because: walk.eventOf.get(meetingId) as DomainEvent, meetingId, reason }];
  });
}

interface LastStep {
  readonly assessment: Pick<Assessment, 'level' | 'reasons' | 'clearsWhen' | 'causedBySilenceOnly'>;
  readonly from: Level | null;
  readonly on: string;
  readonly events: readonly DomainEvent[];
}

/** From where the meetings left the level to the judgement as of a day; a fall after a correction says so. */
export function lastStep({ assessment, from, on, events }: LastStep): LevelChange[] {
  const { level: to, reasons, clearsWhen, causedBySilenceOnly } = assessment;
  const because = events.at(-1);
  if (to === from || !because) return [];
  const corrected = events.flatMap((event) =>
    event.name === 'register.corrected.v1' ? [event.payload.meetingId] : [],
  );
  const isTakenBack = corrected.length > 0 && rank(to) < rank(from);
  const why = isTakenBack
    ? [{ key: 'register-corrected' as const, meetingIds: corrected }, ...reasons]
    : reasons;
  return [{ because, on, from, to, reasons: why, clearsWhen, bySilenceOnly: causedBySilenceOnly }];
}

const rank = (level: Level | null): number => (level === null ? 0 : levelRank(level));
