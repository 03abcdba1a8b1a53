import { addDays } from '../calendar/civil-date.js';
import type { Country } from '../calendar/country.js';
import { londonDate, londonInstant, nextSendTime } from '../calendar/london.js';
import { nextWorkingDay, rollForward } from '../calendar/working-days.js';
import type { Moment } from './moments.js';
import type { Nudge } from './nudge.js';

/** The days on which something may be told: as soon as its message may leave, and after that. */
export interface TellingDays {
  readonly first: string;
  /** When the message of the first day has left already. */
  readonly next: string;
}

/** The first working days of the site's country on which a message may still leave. */
export function digestDays(now: Date, country: Country): TellingDays {
  const first = rollForward(londonDate(nextSendTime(now)), country);
  return { first, next: nextWorkingDay(first, country) };
}

/** An alert does not wait for the end of a bank holiday; only what comes after it does. */
export function alertDays(now: Date, country: Country): TellingDays {
  const first = londonDate(nextSendTime(now));
  return { first, next: nextWorkingDay(first, country) };
}

/** When the message of a day leaves, and when it has lost its sense. */
export function digestMoment(day: string, { useByDays }: Pick<Nudge, 'useByDays'>, from = '08:00'): Moment {
  return {
    offsetDays: 0,
    on: day,
    from: londonInstant(day, from),
    useBy: londonInstant(addDays(day, useByDays), '18:00'),
  };
}

/** One message for each site, person and day; a person is part of the key of every nudge. */
export const digestOccasion = (siteId: string, day: string): string => `${siteId}/${day}`;
