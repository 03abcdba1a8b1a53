import { Temporal } from 'temporal-polyfill';
import { addDays, weekday } from './civil-date.js';

const ZONE = 'Europe/London';
/** Messages leave from 08:00 and before 18:00, Monday to Friday: NHS Notify's own window for text and e-mail. */
const OPENS_AT_HOUR = 8;
const CLOSES_AT_HOUR = 18;
const SATURDAY = 6;

/** The civil date (`YYYY-MM-DD`) that a clock on a wall in London shows at this instant. */
export const londonDate = (instant: Date): string => inLondon(instant).toPlainDate().toString();

/**
 * The instant of a London wall-clock time (`HH:MM`). In the hour that spring skips it is the time one hour
 * later; in the hour that autumn repeats it is the first of the two.
 */
export function londonInstant(date: string, time: string): Date {
  const wallClock = `${date}T${time}`;
  const known = instants.get(wallClock);
  if (known !== undefined) return new Date(known);
  const zoned = Temporal.PlainDateTime.from(wallClock).toZonedDateTime(ZONE, {
    disambiguation: 'compatible',
  });
  if (instants.size >= MOST_KEPT) instants.clear();
  instants.set(wallClock, zoned.epochMilliseconds);
  return new Date(zoned.epochMilliseconds);
}

/** The same few mornings and noons are asked for again and again when many groups are judged. */
const instants = new Map<string, number>();
const MOST_KEPT = 2_000;

/** True when no message may leave. Bank holidays are not quiet: the window is about weekdays and hours. */
export function isQuietTime(instant: Date): boolean {
  const { dayOfWeek, hour } = inLondon(instant);
  return dayOfWeek >= SATURDAY || hour < OPENS_AT_HOUR || hour >= CLOSES_AT_HOUR;
}

/** The instant itself when messages may leave, else the next opening of the window: held, not dropped. */
export function nextSendTime(instant: Date): Date {
  if (!isQuietTime(instant)) return instant;
  const { hour } = inLondon(instant);
  const today = londonDate(instant);
  let day = hour < OPENS_AT_HOUR ? today : addDays(today, 1);
  while (weekday(day) >= SATURDAY) day = addDays(day, 1);
  return londonInstant(day, '08:00');
}

function inLondon(instant: Date): Temporal.ZonedDateTime {
  return Temporal.Instant.fromEpochMilliseconds(instant.getTime()).toZonedDateTimeISO(ZONE);
}
