import { addDays } from '../../calendar/civil-date.js';
import type { MeetingFact } from '../facts.js';
import type { LivedGroup } from './lived-group.js';

/** Eight weeks: two meetings of a monthly group. */
export const FOLLOWED_DAYS = 56;
/** Fewer than three are no meeting of a group: the data the engine was fitted on calls a meeting viable from three on. */
const VIABLE = 3;

/**
 * What came of a group within eight weeks of a flag. `met-again`: with three people or more. `few-came`: it met, with
 * fewer. `too-soon`: the eight weeks are not over, and nothing is known yet or the flag still holds.
 */
export const whatFollows = ['met-again', 'few-came', 'went-quiet', 'rested', 'closed', 'too-soon'] as const;
export type WhatFollowed = (typeof whatFollows)[number];

/** A group needed a hand when it did not simply go on: nothing of this says that a flag would have helped. */
export const neededAHand = (followed: WhatFollowed): boolean =>
  followed !== 'met-again' && followed !== 'too-soon';

type Flagged = { readonly on: string; readonly until: string | null };

/** From everything known today; an end counts before a break, a break before a meeting. */
export function whatFollowed(
  flag: Flagged,
  { history, closedOn }: Pick<LivedGroup, 'history' | 'closedOn'>,
  today: string,
): WhatFollowed {
  const last = addDays(flag.on, FOLLOWED_DAYS);
  const isSoon = (on: string): boolean => on > flag.on && on <= last && on <= today;
  if (closedOn !== null && isSoon(closedOn)) return 'closed';
  if (history.rests.some(({ from }) => isSoon(from))) return 'rested';
  const met = history.meetings.filter(
    ({ on, outcome }) => isSoon(on) && (outcome === 'held' || outcome === 'missing'),
  );
  return howItMet(met, { isOver: today >= last, holds: flag.until === null });
}

function howItMet(
  met: readonly MeetingFact[],
  { isOver, holds }: { readonly isOver: boolean; readonly holds: boolean },
): WhatFollowed {
  const isViable = met.some(({ headcount }) => (headcount ?? 0) >= VIABLE);
  if (!isOver && (holds || !isViable)) return 'too-soon';
  if (isViable) return 'met-again';
  return met.length > 0 ? 'few-came' : 'went-quiet';
}
