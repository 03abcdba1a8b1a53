import { addDays, daysBetween } from '../calendar/civil-date.js';
import type { Rest } from './facts.js';

const FOR_EVER = '9999-12-31';

/** True from the first day of a declared break up to the day before the group is back. */
export const isAtRest = (rests: readonly Rest[], on: string): boolean =>
  rests.some(({ from, until }) => from <= on && on < (until ?? FOR_EVER));

/** Breaks in order of date, overlapping ones joined, so that no day is ever counted twice. */
export function joinRests(rests: readonly Rest[]): readonly Rest[] {
  const joined: Rest[] = [];
  for (const rest of [...rests].sort((a, b) => (a.from < b.from ? -1 : 1))) {
    const last = joined.at(-1);
    if (last === undefined || (last.until ?? FOR_EVER) < rest.from) {
      joined.push(rest);
      continue;
    }
    const laterUntil = (last.until ?? FOR_EVER) > (rest.until ?? FOR_EVER) ? last.until : rest.until;
    joined[joined.length - 1] = { from: last.from, until: laterUntil };
  }
  return joined;
}

/** Days after `last` up to and including `today` that lie outside declared breaks (which must be joined). */
export function daysOutsideRests(rests: readonly Rest[], last: string, today: string): number {
  let days = daysBetween(last, today);
  if (rests.length === 0) return days;
  const firstDay = addDays(last, 1);
  const dayAfter = addDays(today, 1);
  for (const { from, until } of rests) {
    const start = from > firstDay ? from : firstDay;
    const end = until !== null && until < dayAfter ? until : dayAfter;
    if (start < end) days -= daysBetween(start, end);
  }
  return days;
}
