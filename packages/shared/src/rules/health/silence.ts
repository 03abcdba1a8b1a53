import { addDays } from '../calendar/civil-date.js';
import type { Evidence, Setting } from './evidence.js';
import type { MeetingFact, Reason } from './facts.js';
import { parameters } from './parameters.js';
import { daysOutsideRests } from './rests.js';
import { toOneDecimal, usualGap } from './usual.js';

/** How long it is since the group met. Days in declared breaks do not count. */
export type Silence = {
  readonly lastOn: string;
  readonly lastMeetingId: string;
  readonly silentDays: number;
  readonly usualGapDays: number;
  /** The date after the last meeting that was planned, if one was. */
  readonly plannedOn: string | undefined;
  /**
   * Chances that the group has met for the last time or will soon: today, and seven days of silence ago. The second only once
   * a meeting is late: before that, a week tells nothing new.
   */
  readonly scoreNow: number;
  readonly scoreAWeekAgo: number | null;
};

type Look = {
  readonly planned: readonly MeetingFact[];
  readonly today: string;
  /** The score after so many days of silence. */
  readonly scoreAfter: (silentDays: number) => number;
};

const WEEK = 7;

/** The silence as of `today`, or undefined for a group that never met: there is nothing to be silent since. */
export function silenceOf(
  { lastMet, gaps }: Evidence,
  { cadence, rests }: Setting,
  { planned, today, scoreAfter }: Look,
): Silence | undefined {
  if (lastMet === null) return undefined;
  const usualGapDays = usualGap(gaps, cadence);
  const plannedOn = planned.find(({ on }) => on > lastMet.on)?.on;
  const silentDays = daysOutsideRests(rests, lastMet.on, today);
  return {
    lastOn: lastMet.on,
    lastMeetingId: lastMet.meetingId,
    silentDays,
    usualGapDays,
    plannedOn,
    scoreNow: scoreAfter(silentDays),
    scoreAWeekAgo: silentDays > Math.max(WEEK, usualGapDays) ? scoreAfter(silentDays - WEEK) : null,
  };
}

export const silenceReason = (key: 'silent' | 'long-silent', silence: Silence): Reason => ({
  key,
  lastOn: silence.lastOn,
  expectedOn: silence.plannedOn ?? addDays(silence.lastOn, Math.round(silence.usualGapDays)),
  gapDays: silence.silentDays,
  usualGapDays: toOneDecimal(silence.usualGapDays),
  meetingIds: [silence.lastMeetingId],
});

/** Three usual gaps without anything at all, not even "it was not held". */
export function hasNoNews(
  { lastNewsOn, gaps }: Evidence,
  { cadence, rests }: Setting,
  today: string,
): boolean {
  if (lastNewsOn === null) return false;
  return daysOutsideRests(rests, lastNewsOn, today) >= parameters.noNewsGaps * usualGap(gaps, cadence);
}
