import timezones from '@touch4it/ical-timezones';
import ical, { ICalCalendarMethod, ICalEventStatus, ICalEventTransparency } from 'ical-generator';
import type { ICalCalendar } from 'ical-generator';
import { Temporal } from 'temporal-polyfill';
import { foldLines } from './fold-lines.js';

const ZONE = 'Europe/London';
const REFRESH_S = 3600;

/** One thing in a calendar. */
export interface FeedEntry {
  /** Stays the same for as long as the thing itself does; unique in the world. */
  readonly uid: string;
  readonly title: string;
  /** A calendar date of London. */
  readonly on: string;
  /** Wall-clock time of London; without one it takes the whole day. */
  readonly from?: { readonly time: string; readonly minutes: number };
  readonly cancelled: boolean;
  /** Grows with every change. */
  readonly version: number;
  readonly changedAt: Date | null;
  readonly details?: string;
  /** A page of this service. */
  readonly url?: string;
}

export interface Feed {
  readonly name: string;
  readonly entries: readonly FeedEntry[];
  /** When it is written. */
  readonly now: Date;
}

/** Characters that a line of text has no use for: line ends, controls, and those that turn the direction of reading. */
const UNSEEN = /[\p{Cc}\u2028\u2029\u202a-\u202e\u2066-\u2069]+/gu;
const MOST_LETTERS = 200;

const oneLine = (text: string): string =>
  [...text.replace(UNSEEN, ' ').trim()].slice(0, MOST_LETTERS).join('');

const zoned = (instant: Date): Temporal.ZonedDateTime =>
  Temporal.Instant.fromEpochMilliseconds(instant.getTime()).toZonedDateTimeISO('UTC');

/** ical-generator escapes the texts of events, but not the name of the calendar. */
const escaped = (text: string): string => text.replace(/[\\;,]/g, '\\$&');

/**
 * A calendar as text, RFC 5545. Times are given with their zone, so that a meeting at 18:30 is at 18:30 before and after
 * the clocks change; whole days are dates and belong to no zone.
 */
export function writeFeed({ name, entries, now }: Feed): string {
  const calendar = ical({
    name: escaped(oneLine(name)),
    prodId: '//Followon//Followon calendar//EN',
    method: ICalCalendarMethod.PUBLISH,
    ttl: REFRESH_S,
    // A zone of the calendar itself would make its stamps local times, which they must not be.
    timezone: { name: null, generator: (zone) => timezones.getVtimezoneComponent(zone) },
  });
  for (const entry of entries) write(calendar, entry, now);
  return foldLines(calendar.toString());
}

function write(calendar: ICalCalendar, entry: FeedEntry, now: Date): void {
  const { uid, title, cancelled, version, changedAt, details, url } = entry;
  calendar.createEvent({
    id: uid,
    summary: oneLine(title),
    sequence: version,
    stamp: zoned(now),
    // A date that may hold other things too.
    transparency: entry.from ? ICalEventTransparency.OPAQUE : ICalEventTransparency.TRANSPARENT,
    status: cancelled ? ICalEventStatus.CANCELLED : ICalEventStatus.CONFIRMED,
    ...when(entry),
    ...(changedAt && { lastModified: zoned(changedAt) }),
    ...(details !== undefined && { description: oneLine(details) }),
    ...(url !== undefined && { url }),
  });
}

/** A time in the hour that spring skips is one hour later; in the hour that autumn repeats it is the first. */
function when({ on, from }: FeedEntry) {
  if (!from) {
    const day = Temporal.PlainDate.from(on);
    return { allDay: true, start: day, end: day.add({ days: 1 }) };
  }
  const start = Temporal.PlainDateTime.from(`${on}T${from.time}`).toZonedDateTime(ZONE);
  return { timezone: ZONE, start, end: start.add({ minutes: from.minutes }) };
}
