import { addDays, toDayNumber } from '@followon/shared/rules/calendar/civil-date';

export const everyDays = { weekly: 7, daily: 1 } as const;
export type Ticks = keyof typeof everyDays;

/** Days on which a silence ends our looking, and days after the last date of the file. */
const LOOKED_AFTER_DAYS = 365;

/** The days of a whole file on which its groups are looked at between their meetings. */
export class LookingDays {
  readonly days: readonly string[];
  private readonly firstDay: number;

  /** From the first date of the file to 365 days after its last. */
  constructor(
    firstOn: string,
    lastOn: string,
    private readonly every: number,
  ) {
    this.firstDay = toDayNumber(firstOn);
    const last = toDayNumber(lastOn) + LOOKED_AFTER_DAYS - this.firstDay;
    this.days = Array.from({ length: Math.floor(last / every) + 1 }, (_, n) => addDays(firstOn, n * every));
  }

  /** How many of them come before a date. */
  before(on: string): number {
    return this.beforeDay(toDayNumber(on));
  }

  /** How many of them come while a silence since a date is not too long. */
  whileSilentSince(lastOn: string): number {
    return this.beforeDay(toDayNumber(lastOn) + LOOKED_AFTER_DAYS + 1);
  }

  private beforeDay(day: number): number {
    return Math.min(this.days.length, Math.max(0, Math.ceil((day - this.firstDay) / this.every)));
  }
}
