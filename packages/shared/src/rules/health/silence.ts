import { addDays } from '../calendar/civil-date.js';
import type { Evidence, Setting } from './evidence.js';
import type { MeetingFact } from './facts.js';
import { parameters } from './parameters.js';
import { daysOutsideRests } from './rests.js';
import { usualGap } from './usual.js';

/** How long it is since the group met. Days in declared breaks do not count. */
export type Silence = {
  readonly lastOn: string;
  readonly lastMeetingId: string;
  readonly silentDays: number;
  readonly usualGapDays: number;
  /** The date after the last meeting that was planned or, without a plan, would have been usual. */
  readonly expectedOn: string;
};

/** The silence as of `today`, or undefined for a group that never met: there is nothing to be silent since. */
export function silenceOf(
  { lastMet, gaps }: Evidence,
  { cadence, rests }: Setting,
  { planned, today }: { readonly planned: readonly MeetingFact[]; readonly today: string },
): Silence | undefined {
  if (lastMet === null) return undefined;
  const usualGapDays = usualGap(gaps, cadence);
  const plannedOn = planned.find(({ on }) => on > lastMet.on)?.on;
  return {
    lastOn: lastMet.on,
    lastMeetingId: lastMet.meetingId,
    silentDays: daysOutsideRests(rests, lastMet.on, today),
    usualGapDays,
    expectedOn: plannedOn ?? addDays(lastMet.on, Math.round(usualGapDays)),
  };
}

/** Three usual gaps without anything at all, not even "it was not held". */
export function hasNoNews(
  { lastNewsOn, gaps }: Evidence,
  { cadence, rests }: Setting,
  today: string,
): boolean {
  if (lastNewsOn === null) return false;
  return daysOutsideRests(rests, lastNewsOn, today) >= parameters.noNewsGaps * usualGap(gaps, cadence);
}
