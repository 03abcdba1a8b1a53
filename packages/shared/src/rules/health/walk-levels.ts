import type { Assessment } from './assess-group.js';
import { levelRank, type ClearsWhen, type Level, type Reason } from './facts.js';
import type { Reading } from './group-reader.js';

/** A step of a group's level, and what brought it: an event of the ledger, or a day of a replay. */
export type LevelChange<Cause> = {
  readonly because: Cause;
  readonly on: string;
  readonly from: Level | null;
  readonly to: Level | null;
  readonly reasons: readonly Reason[];
  readonly clearsWhen: ClearsWhen | null;
  readonly bySilenceOnly: boolean;
  /** What else stood before other marks were set; given only where they brought the step. */
  readonly before?: { readonly bySilenceOnly: boolean; readonly quiet: boolean };
};

/** Attendance fell at this meeting and had not at the one before. */
export type Drop<Cause> = {
  readonly because: Cause;
  readonly meetingId: string;
  readonly reason: Reason;
};

export type Walk<Cause> = {
  readonly readings: readonly Reading[];
  /** The meetings that are told of now, with what tells of them. */
  readonly eventOf: ReadonlyMap<string, Cause>;
  /** Nothing after this date has been read at yet. */
  readonly judgedTo: string | null;
  readonly level: Level | null;
  /** Silence alone had raised that level. */
  readonly bySilenceOnly: boolean;
};

type Readings<Cause> = Pick<Walk<Cause>, 'readings' | 'eventOf' | 'judgedTo'>;

/** Positions of the meetings that the run adds at the end of what was judged before, in order of date. */
export const newReadings = <Cause>({ readings, eventOf, judgedTo }: Readings<Cause>): number[] =>
  [...readings.keys()].filter((index) => {
    const { meetingId, on } = readings[index] as Reading;
    return eventOf.has(meetingId) && (judgedTo === null || on > judgedTo);
  });

/**
 * Every change of level at the meetings that the run adds: an import is judged meeting by meeting. A level that only
 * silence had raised and that the registers now confirm is a change from itself to itself.
 */
export function walkLevels<Cause>(walk: Walk<Cause>): LevelChange<Cause>[] {
  let { level: from, bySilenceOnly: wasSilence } = walk;
  return newReadings(walk).flatMap((index) => {
    const { meetingId, on, level: to, reasons, clearsWhen } = walk.readings[index] as Reading;
    const because = walk.eventOf.get(meetingId) as Cause;
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

export function dropsOf<Cause>(walk: Readings<Cause>): Drop<Cause>[] {
  return newReadings(walk).flatMap((index) => {
    const { meetingId } = walk.readings[index] as Reading;
    const reason = dropIn(walk.readings[index]);
    if (!reason || dropIn(walk.readings[index - 1])) return [];
    return [{ because: walk.eventOf.get(meetingId) as Cause, meetingId, reason }];
  });
}

type LastStep<Cause> = {
  readonly assessment: Pick<Assessment, 'level' | 'reasons' | 'clearsWhen' | 'causedBySilenceOnly'>;
  readonly from: Level | null;
  readonly on: string;
  readonly because: Cause;
  /** Meetings whose registers were corrected just now. */
  readonly corrected: readonly string[];
};

/** From where the meetings left the level to the judgement as of a day; a fall after a correction says so. */
export function lastStep<Cause>({
  assessment,
  from,
  on,
  because,
  corrected,
}: LastStep<Cause>): LevelChange<Cause>[] {
  const { level: to, reasons, clearsWhen, causedBySilenceOnly } = assessment;
  if (to === from) return [];
  const isTakenBack = corrected.length > 0 && rank(to) < rank(from);
  const why = isTakenBack
    ? [{ key: 'register-corrected' as const, meetingIds: corrected }, ...reasons]
    : reasons;
  return [{ because, on, from, to, reasons: why, clearsWhen, bySilenceOnly: causedBySilenceOnly }];
}

const rank = (level: Level | null): number => (level === null ? 0 : levelRank(level));
