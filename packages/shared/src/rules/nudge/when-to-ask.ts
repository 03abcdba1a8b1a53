import { z } from 'zod';
import { addDays, daysBetween } from '../calendar/civil-date.js';
import type { GroupHistory, MeetingFact, Rest } from '../health/facts.js';
import { joinRests } from '../health/rests.js';

/** Days past the expected date before anybody is asked: people need a moment to write it down. */
const PATIENCE_DAYS = 3;

/** The question "did you meet?", which belongs to the silence since one meeting. */
export const AskSchema = z
  .strictObject({
    /** The meeting after which it became silent: one question for each. */
    meetingId: z.guid(),
    /** The last date of which anything was said. */
    lastOn: z.iso.date(),
    /** The date that was planned or, without a plan, would have been usual. */
    expectedOn: z.iso.date(),
    askOn: z.iso.date(),
  })
  .readonly();
export type Ask = z.infer<typeof AskSchema>;

type Heard = Pick<GroupHistory, 'meetings' | 'rests'>;

/**
 * When to ask the host of a group whether it met, should nothing be heard until then. Days in declared breaks do not
 * count, and while dates are planned nobody asks before the last of them. Undefined for a group that never met, or
 * whose break has no end.
 */
export function whenToAsk({ meetings, rests }: Heard, usualGapDays: number): Ask | undefined {
  const lastMet = meetings.findLast(({ outcome }) => outcome === 'held' || outcome === 'missing');
  const lastOn = meetings.findLast(({ outcome }) => outcome !== 'planned')?.on;
  if (!lastMet || lastOn === undefined) return undefined;
  const { meetingId } = lastMet;
  const plannedOn = lastPlanned(meetings, lastOn);
  const breaks = joinRests(rests);
  const expectedOn = plannedOn ?? dayAfter(breaks, lastOn, Math.max(1, Math.round(usualGapDays)));
  const askOn = expectedOn && dayAfter(breaks, expectedOn, PATIENCE_DAYS);
  return expectedOn && askOn ? { meetingId, lastOn, expectedOn, askOn } : undefined;
}

const lastPlanned = (meetings: readonly MeetingFact[], after: string): string | undefined =>
  meetings.findLast(({ outcome, on }) => outcome === 'planned' && on > after)?.on;

/** The first day that lies so many days outside breaks after `from`; breaks must be joined. */
function dayAfter(rests: readonly Rest[], from: string, days: number): string | undefined {
  let day = addDays(from, days);
  for (const rest of rests) {
    const start = rest.from > from ? rest.from : addDays(from, 1);
    if (start > day) return day;
    if (rest.until === null) return undefined;
    day = addDays(day, Math.max(0, daysBetween(start, rest.until)));
  }
  return day;
}
