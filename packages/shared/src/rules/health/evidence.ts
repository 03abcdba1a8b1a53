import { daysBetween } from '../calendar/civil-date.js';
import type { Cadence, MeetingFact, Rest } from './facts.js';
import { parameters } from './parameters.js';
import { daysOutsideRests, isAtRest } from './rests.js';
import { isHolidaySeason } from './season.js';
import { countsBefore, mean, usualGap } from './usual.js';

const COUNTS_KEPT = parameters.usualMeetings + parameters.fewLatelyMeetings + parameters.winterExtraMeetings;

/** What does not change from meeting to meeting. `rests` are joined (see joinRests). */
export type Setting = { readonly cadence: Cadence; readonly rests: readonly Rest[] };

/** What is known after a meeting. Every list is bounded, so a meeting costs the same however long the history is. */
export type Evidence = {
  readonly recorded: number;
  readonly counts: readonly number[];
  readonly countIds: readonly string[];
  readonly latestCountOn: string | null;
  readonly gaps: readonly number[];
  readonly lastMet: { readonly on: string; readonly meetingId: string } | null;
  readonly lastNewsOn: string | null;
  /** Head counts running with too few people, and what was usual before the first of them. */
  readonly tooFew: { readonly meetings: number; readonly usualBefore: number | null };
  /** Reported as not held since the group last met, outside breaks and holiday seasons. */
  readonly cancelledIds: readonly string[];
  /** Those of them that were expected dates: see `isExpected`. */
  readonly datesMissed: { readonly ids: readonly string[]; readonly lastOn: string | null };
};

const noneCancelled = { cancelledIds: [], datesMissed: { ids: [], lastOn: null } } as const;

export const noEvidence: Evidence = {
  recorded: 0,
  counts: [],
  countIds: [],
  latestCountOn: null,
  gaps: [],
  lastMet: null,
  lastNewsOn: null,
  tooFew: { meetings: 0, usualBefore: null },
  ...noneCancelled,
};

const keepLast = <T>(list: readonly T[], next: T, most: number): readonly T[] => [
  ...list.slice(-(most - 1)),
  next,
];

/** What is known once this recorded meeting is known too. Planned dates are not evidence and must be left out. */
export function addMeeting(known: Evidence, meeting: MeetingFact, setting: Setting): Evidence {
  const heard = { ...known, recorded: known.recorded + 1, lastNewsOn: meeting.on };
  if (meeting.outcome === 'not-held') return addCancelled(heard, meeting, setting);
  const met = addMet(heard, meeting, setting);
  return meeting.outcome === 'held' && meeting.headcount !== null
    ? addCount(met, meeting, meeting.headcount)
    : met;
}

function addMet(known: Evidence, { on, meetingId }: MeetingFact, { rests }: Setting): Evidence {
  const gaps =
    known.lastMet === null
      ? known.gaps
      : keepLast(known.gaps, daysOutsideRests(rests, known.lastMet.on, on), parameters.gapsKept);
  return { ...known, ...noneCancelled, gaps, lastMet: { on, meetingId } };
}

function addCount(known: Evidence, { on, meetingId }: MeetingFact, headcount: number): Evidence {
  return {
    ...known,
    counts: keepLast(known.counts, headcount, COUNTS_KEPT),
    countIds: keepLast(known.countIds, meetingId, COUNTS_KEPT),
    latestCountOn: on,
    tooFew: headcount < parameters.tooFewPeople ? oneMoreTooFew(known) : noEvidence.tooFew,
  };
}

/** "Usual" stays what it was before the numbers fell: otherwise two people would become usual and the group look well. */
function oneMoreTooFew({ tooFew, counts }: Evidence): Evidence['tooFew'] {
  if (tooFew.meetings > 0) return { ...tooFew, meetings: tooFew.meetings + 1 };
  const before = countsBefore(counts, 0);
  return { meetings: 1, usualBefore: before.length < parameters.usualMeetingsAtLeast ? null : mean(before) };
}

function addCancelled(known: Evidence, { on, meetingId }: MeetingFact, setting: Setting): Evidence {
  if (isAtRest(setting.rests, on) || isHolidaySeason(on)) return known;
  const cancelledIds = keepLast(known.cancelledIds, meetingId, parameters.datesMissedForAtRisk);
  if (!isExpected(known, on, setting)) return { ...known, cancelledIds };
  const ids = keepLast(known.datesMissed.ids, meetingId, parameters.datesMissedForAtRisk);
  return { ...known, cancelledIds, datesMissed: { ids, lastOn: on } };
}

/** Two cancellations close together are one missed date: an expected date lies about a usual gap after the one before. */
function isExpected({ datesMissed, lastMet, gaps }: Evidence, on: string, { cadence }: Setting): boolean {
  const before = datesMissed.lastOn ?? lastMet?.on;
  if (before === undefined) return true;
  return daysBetween(before, on) >= parameters.expectedAfterShare * usualGap(gaps, cadence);
}
