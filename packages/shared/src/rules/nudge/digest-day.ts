import { addDays } from '../calendar/civil-date.js';
import type { Country } from '../calendar/country.js';
import { londonDate, londonInstant, nextSendTime } from '../calendar/london.js';
import { nextWorkingDay, rollForward } from '../calendar/working-days.js';
import type { Moment } from './moments.js';
import { taskDigest } from './nudges/task-digest.js';

/**
 * The day whose message takes up what is to be told now: the first working day of the site's country on which a message
 * may still leave. `gone`: the message of that day has left already, so it is the next one.
 */
export function digestDay(now: Date, country: Country, isGone: (day: string) => boolean): string {
  const first = rollForward(londonDate(nextSendTime(now)), country);
  return isGone(first) ? nextWorkingDay(first, country) : first;
}

/** When the message of a day leaves, and when it has lost its sense. */
export function digestMoment(day: string): Moment {
  return {
    offsetDays: 0,
    on: day,
    from: londonInstant(day, '08:00'),
    useBy: londonInstant(addDays(day, taskDigest.useByDays), '18:00'),
  };
}

/** One message for each site, person and day; a person is part of the key of every nudge. */
export const digestOccasion = (siteId: string, day: string): string => `${siteId}/${day}`;
