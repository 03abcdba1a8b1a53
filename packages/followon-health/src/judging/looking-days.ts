import { addDays, daysBetween } from '@followon/shared/rules/calendar/civil-date';

export const everyDays = { weekly: 7, daily: 1 } as const;
export type Ticks = keyof typeof everyDays;

/** Days on which a silence ends our looking, and days after the last date of the file. */
export const LOOKED_AFTER_DAYS = 365;

/** The days of a whole file on which its groups are looked at between their meetings. */
export class LookingDays {
  readonly days: readonly string[];

  /** From the first date of the file to 365 days after its last. */
  constructor(
    private readonly firstOn: string,
    lastOn: string,
    private readonly every: number,
  ) {
    const last = daysBetween(firstOn, lastOn) + LOOKED_AFTER_DAYS;
    this.days = Array.from({ length: Math.floor(last / every) + 1 }, (_, n) => addDays(firstOn, n * every));
  }

  /** How many of them come before a date. */
  before(on: string): number {
    return Math.min(this.days.length, Math.max(0, Math.ceil(daysBetween(this.firstOn, on) / this.every)));
  }
}
