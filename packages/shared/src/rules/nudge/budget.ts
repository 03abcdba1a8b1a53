import type { Audience, Nudge } from './nudge.js';

const DAY_MS = 86_400_000;

type Cap = { readonly days: number; readonly most: number };

/**
 * How many messages may reach a person in any so many days (a week is 7, a month 30), as the product promises: of everything
 * capped, in all their groups, sites and capacities together. Whoever is a member and holds a role has one budget, not two:
 * a message to them as a member leaves only while all that reached them stays within a member's cap, one for their role only
 * while all of it stays within a role holder's. So no week ever holds more than three, and beyond a member's cap comes
 * nothing but what their role asks of them. Volunteers and staff have no cap: theirs are tasks, and at most one message per
 * alert episode.
 */
export const caps: { readonly [A in Audience]: readonly Cap[] } = {
  member: [
    { days: 7, most: 2 },
    { days: 30, most: 4 },
  ],
  'role-holder': [{ days: 7, most: 3 }],
  volunteer: [],
  staff: [],
};

/**
 * May one more message reach this person at `at`, spoken to in this capacity? `sentAt` holds every other capped message to
 * them in whatever group and capacity, also those planned for later. No span of so many days that holds this message may hold
 * more than the cap, whichever was planned first.
 */
export function isWithinBudget(audience: Audience, sentAt: readonly Date[], at: Date): boolean {
  const times = [...sentAt, at].map((time) => time.getTime());
  return caps[audience].every(({ days, most }) =>
    times
      .filter((start) => isInSpan(at.getTime(), start, days))
      .every((start) => times.filter((time) => isInSpan(time, start, days)).length <= most),
  );
}

function isInSpan(time: number, start: number, days: number): boolean {
  return time >= start && time < start + days * DAY_MS;
}

export type Answer = { readonly at: Date; readonly choice: string };

/** Did this nudge go to the person so lately that it must not come again yet? */
export function isToldLately({ onceInDays }: Nudge, lastTold: Date | undefined, at: Date): boolean {
  if (onceInDays === undefined || !lastTold) return false;
  return Math.abs(at.getTime() - lastTold.getTime()) < onceInDays * DAY_MS;
}

/** Was this nudge answered so lately that asking again would be pestering? */
export function isAnsweredLately(nudge: Nudge, lastAnswer: Answer | undefined, at: Date): boolean {
  if (!nudge.quietAfterAnswer || !lastAnswer) return false;
  const { days, longer } = nudge.quietAfterAnswer;
  const quietDays = longer[lastAnswer.choice] ?? days;
  return at.getTime() - lastAnswer.at.getTime() < quietDays * DAY_MS;
}
