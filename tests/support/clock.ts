import type { Clock } from '@followon/shared/db/clock';

const dayMs = 86_400_000;

/** Business time that stands still until the test moves it. */
export class FixedClock implements Clock {
  private instant: Date;

  constructor(start: string | Date) {
    this.instant = new Date(start);
  }

  now(): Date {
    return new Date(this.instant);
  }

  moveTo(instant: string | Date): void {
    this.instant = new Date(instant);
  }

  /** Whole days of 24 hours; a local time of day shifts when the clocks change. */
  advanceDays(days: number): void {
    this.instant = new Date(this.instant.getTime() + days * dayMs);
  }
}
