import { sayDate } from '@followon/shared/messages/say';

/** The first and the last date of a file. */
export class DateSpan {
  firstOn: string | null = null;
  lastOn: string | null = null;

  see(on: string): void {
    if (this.firstOn === null || on < this.firstOn) this.firstOn = on;
    if (this.lastOn === null || on > this.lastOn) this.lastOn = on;
  }

  /** Whoever reads this sees a date mistyped far ahead or back, which moves the days that every group is looked at. */
  say(): readonly string[] {
    const { firstOn, lastOn } = this;
    return firstOn === null || lastOn === null
      ? []
      : [`Dates run from ${sayDate(firstOn)} to ${sayDate(lastOn)}.`];
  }
}
