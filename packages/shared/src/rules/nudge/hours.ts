import { addDays, weekday } from '../calendar/civil-date.js';
import type { Country } from '../calendar/country.js';
import { isWorkingDay } from '../calendar/working-days.js';
import { instantAt, wallClock } from '../calendar/zoned.js';
import type { MessageChannel } from './consent.js';
import type { Wishes } from './wishes.js';

/** Why a message waits. Kept with its delivery, beside the time until which it waits. */
export const holdReasons = [
  'bad-day',
  'quiet-day',
  'not-a-working-day',
  'half-day',
  'quiet-hours',
  /** Another message of the same person, which leaves at this moment, tells it. */
  'told-elsewhere',
  /** They have answered with a STOP or a pause that nobody has dealt with yet. */
  'reply-waits',
] as const;
export type HoldReason = (typeof holdReasons)[number];

/** Where the recipient is: whose clocks and whose bank holidays count. */
export type Place = { readonly zone: string; readonly country: Country };

export type Terms = {
  readonly place: Place;
  readonly wishes: Pick<Wishes, 'badUntil' | 'hours' | 'quietWeekdays'>;
  /** Left out: any channel but push. */
  readonly channel?: MessageChannel;
};

/** E-mail, texts and letters: NHS Notify's own window, on working days. Push: any day. */
const windows = {
  push: { opens: 6, closes: 22, everyDay: true },
  others: { opens: 8, closes: 18, everyDay: false },
} as const;
const NOON = 12;
/** Longer than any message stays useful. */
const MOST_DAYS = 62;

/**
 * When a message that is ready at `now` may leave: at once, or held until the first moment that suits the hours and the
 * recipient's wishes. Undefined when no such moment comes in two months, as for somebody with seven quiet weekdays.
 */
export function whenItMayLeave(
  now: Date,
  terms: Terms,
): { readonly at: Date; readonly heldBy?: HoldReason } | undefined {
  const { zone } = terms.place;
  const { date, hour } = wallClock(now, zone);
  const { opens, closes } = hoursOf(terms);
  const heldBy = whyNotOn(date, terms) ?? whyNotAt(hour, terms);
  if (!heldBy) return { at: now };
  const isLate = hour >= opens;
  for (let ahead = isLate ? 1 : 0; ahead <= MOST_DAYS; ahead += 1) {
    const day = addDays(date, ahead);
    if (opens < closes && !whyNotOn(day, terms)) return { at: instantAt(day, opens, zone), heldBy };
  }
  return undefined;
}

/** When the hours end in which a message that may leave at `at` may do so. */
export const closingOf = (at: Date, terms: Terms): Date =>
  instantAt(wallClock(at, terms.place.zone).date, hoursOf(terms).closes, terms.place.zone);

const windowOf = ({ channel }: Terms) => (channel === 'push' ? windows.push : windows.others);

function hoursOf(terms: Terms): { readonly opens: number; readonly closes: number } {
  const { opens, closes } = windowOf(terms);
  const { hours } = terms.wishes;
  if (hours === 'mornings') return { opens, closes: NOON };
  return { opens: hours === 'afternoons' ? NOON : opens, closes };
}

function whyNotOn(day: string, terms: Terms): HoldReason | undefined {
  const { badUntil, quietWeekdays } = terms.wishes;
  if (badUntil !== null && day <= badUntil) return 'bad-day';
  if (quietWeekdays.includes(weekday(day))) return 'quiet-day';
  return windowOf(terms).everyDay || isWorkingDay(day, terms.place.country) ? undefined : 'not-a-working-day';
}

function whyNotAt(hour: number, terms: Terms): HoldReason | undefined {
  const window = windowOf(terms);
  if (hour < window.opens || hour >= window.closes) return 'quiet-hours';
  const { opens, closes } = hoursOf(terms);
  return hour < opens || hour >= closes ? 'half-day' : undefined;
}
