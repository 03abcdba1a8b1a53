import type { Audience, Nudge } from './nudge.js';

const DAY_MS = 86_400_000;

type Cap = { readonly days: number; readonly most: number };

/**
 * How many messages a person may get in any so many days (a week is 7, a month 30), as the product promises.
 * Volunteers and staff have no cap: theirs are tasks, and at most one message per alert episode.
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
 * May one more message reach this person at `at`? `sentAt` holds every other capped message to them in whatever group and
 * capacity, also those planned for later; the caps are those of the capacity in which they are spoken to now. No span of so many days may ever hold more than the cap, whichever was planned first.
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
