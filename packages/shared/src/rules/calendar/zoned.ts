import { Temporal } from 'temporal-polyfill';

/** What the clocks of a zone (such as `Europe/London`) show at an instant. */
export function wallClock(instant: Date, zone: string): { readonly date: string; readonly hour: number } {
  const zoned = Temporal.Instant.fromEpochMilliseconds(instant.getTime()).toZonedDateTimeISO(zone);
  return { date: zoned.toPlainDate().toString(), hour: zoned.hour };
}

/** The instant at which the clocks of a zone show this full hour; in the hour that spring skips, one hour later. */
export function instantAt(date: string, hour: number, zone: string): Date {
  const wall = Temporal.PlainDate.from(date).toPlainDateTime({ hour });
  return new Date(wall.toZonedDateTime(zone, { disambiguation: 'compatible' }).epochMilliseconds);
}
