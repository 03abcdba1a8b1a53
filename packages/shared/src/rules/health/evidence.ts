import { toDayNumber } from '../calendar/civil-date.js';
import type { Cadence, MeetingFact, ReportedFact, Rest, RoleCount, Thresholds } from './facts.js';
import { keepLast } from './keep-last.js';
import { parameters } from './parameters.js';
import { daysOutsideRests, isAtRest } from './rests.js';
import { isHolidaySeason } from './season.js';
import { countsBefore, mean, usualGap } from './usual.js';

const COUNTS_KEPT = parameters.usualMeetingsRemembered + parameters.fewLatelyMeetings;

/** What does not change from meeting to meeting. `rests` are joined (see joinRests). */
export type Setting = {
  readonly cadence: Cadence;
  readonly rests: readonly Rest[];
  readonly thresholds: Thresholds;
  readonly reported: readonly ReportedFact[];
  readonly roles: readonly RoleCount[];
  readonly welcomesNew: boolean;
};

/** What is known after a meeting. Every list is bounded, so a meeting costs the same however long the history is. */
export type Evidence = {
  readonly recorded: number;
  /** Head counts as the rules weigh them: whoever said "not this time" beforehand counts half. */
  readonly counts: readonly number[];
  /** The same head counts as they were written down. */
  readonly headcounts: readonly number[];
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
  /** Of the last meetings that took place: is the register lost, who was named. */
  readonly registers: readonly {
    readonly isLost: boolean;
    readonly attendees?: readonly string[] | undefined;
  }[];
  /** When somebody last came for the first time (or that was first looked for), and when it was last looked for. */
  readonly newcomers: { readonly lastOn: string; readonly lookedOn: string } | null;
};

const noneCancelled = { cancelledIds: [], datesMissed: { ids: [], lastOn: null } } as const;

export const noEvidence: Evidence = {
  recorded: 0,
  counts: [],
  headcounts: [],
  countIds: [],
  latestCountOn: null,
  gaps: [],
  lastMet: null,
  lastNewsOn: null,
  tooFew: { meetings: 0, usualBefore: null },
  registers: [],
  newcomers: null,
  ...noneCancelled,
};

/** What is known once this recorded meeting is known too. Planned dates are not evidence and must be left out. */
export function addMeeting(known: Evidence, meeting: MeetingFact, setting: Setting): Evidence {
  const heard = { ...known, recorded: known.recorded + 1, lastNewsOn: meeting.on };
  if (meeting.outcome === 'not-held') return addCancelled(heard, meeting, setting);
  const met = addMet(heard, meeting, setting);
  return meeting.outcome === 'held' && meeting.headcount !== null
    ? addCount(met, meeting, setting.thresholds.tooFewPeople)
    : met;
}

function addMet(known: Evidence, meeting: MeetingFact, { rests }: Setting): Evidence {
  const { on, meetingId, outcome, attendees } = meeting;
  const gaps =
    known.lastMet === null
      ? known.gaps
      : keepLast(known.gaps, daysOutsideRests(rests, known.lastMet.on, on), parameters.gapsKept);
  const registers = keepLast(
    known.registers,
    { isLost: outcome === 'missing', attendees },
    parameters.registersKept,
  );
  return { ...known, ...noneCancelled, gaps, registers, lastMet: { on, meetingId } };
}

function addCount(known: Evidence, meeting: MeetingFact, tooFewPeople: number): Evidence {
  const { on, meetingId, apologies = 0 } = meeting;
  const headcount = meeting.headcount ?? 0;
  return {
    ...known,
    counts: keepLast(known.counts, headcount + apologies / 2, COUNTS_KEPT),
    headcounts: keepLast(known.headcounts, headcount, COUNTS_KEPT),
    countIds: keepLast(known.countIds, meetingId, COUNTS_KEPT),
    latestCountOn: on,
    tooFew: headcount < tooFewPeople ? oneMoreTooFew(known) : noEvidence.tooFew,
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
  const kept = Math.max(parameters.cancelledForWatch, setting.thresholds.datesMissedForAtRisk);
  const cancelledIds = keepLast(known.cancelledIds, meetingId, kept);
  if (!isExpected(known, on, setting)) return { ...known, cancelledIds };
  const ids = keepLast(known.datesMissed.ids, meetingId, kept);
  return { ...known, cancelledIds, datesMissed: { ids, lastOn: on } };
}

/** Two cancellations close together are one missed date: an expected date lies about a usual gap after the one before. */
function isExpected({ datesMissed, lastMet, gaps }: Evidence, on: string, { cadence }: Setting): boolean {
  const before = datesMissed.lastOn ?? lastMet?.on;
  if (before === undefined) return true;
  const gap = toDayNumber(on) - toDayNumber(before);
  return gap >= parameters.expectedAfterShare * usualGap(gaps, cadence);
}
