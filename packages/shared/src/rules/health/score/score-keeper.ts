import { MemberStates } from '../people/member-states.js';
import { Slots } from '../people/slots.js';
import { missWeight } from '../people/soft-miss.js';
import { fitted } from '../fitted.js';
import { keepLast } from '../keep-last.js';
import { mean, sum } from '../usual.js';
import { baselineOf, featuresOf, nextCusum, type Features } from './features.js';

const COUNTS_KEPT = 13; // the baseline's 12, and this one
const REGISTERS_KEPT = 6;
const GAPS_KEPT = 20;
const CUSUM_FROM = 3; // counts

/** A head count and, where they were noted, who came (sorted, no repeats) and how many of them for the first time. */
export type Counted = {
  readonly headcount: number;
  readonly attendees?: readonly string[] | undefined;
  readonly newcomers?: number | null | undefined;
};

/** What the score is made of, kept from meeting to meeting. It never hears of missing registers' numbers, nor of age. */
export class ScoreKeeper {
  readonly members = new MemberStates(fitted.comingAndGoing, fitted.keptForGroups);
  private readonly slots = new Slots();
  counts: readonly number[] = [];
  private gaps: readonly number[] = [];
  private newcomers: readonly number[] = [];
  private named: readonly boolean[] = [];
  cusum = 0;

  /** Days since the meeting before, outside breaks; also of a meeting whose register is missing. */
  addGap(days: number): void {
    this.gaps = keepLast(this.gaps, days, GAPS_KEPT);
  }

  /** Answers how many came for the first time, as far as that is known. */
  addCount({ headcount, attendees, newcomers }: Counted): number {
    const baseline = baselineOf(this.counts);
    this.counts = keepLast(this.counts, headcount, COUNTS_KEPT);
    if (this.counts.length >= CUSUM_FROM) this.cusum = nextCusum(this.cusum, headcount, baseline);
    this.named = keepLast(this.named, attendees !== undefined, REGISTERS_KEPT);
    const firstTimers = attendees ? this.addPeople(attendees, headcount) : undefined;
    const cameNew = newcomers ?? firstTimers;
    if (cameNew !== undefined) this.newcomers = keepLast(this.newcomers, cameNew, REGISTERS_KEPT);
    return cameNew ?? 0;
  }

  /** How many of them came for the first time. */
  private addPeople(attendees: readonly string[], headcount: number): number {
    const known = this.members.size;
    this.members.meet(this.slots.of(attendees), missWeight(headcount, this.members.likely()));
    return this.members.size - known;
  }

  get newcomersLately(): number {
    return this.newcomers.length === 0 ? 0 : mean(this.newcomers);
  }

  get hasCounts(): boolean {
    return this.counts.length > 0;
  }

  /** At least half of the last registers tell who came. */
  get knowsPeople(): boolean {
    return this.named.length > 0 && 2 * sum(this.named.map(Number)) >= this.named.length;
  }

  /** Undefined before the first head count. */
  features(): Features | undefined {
    if (this.counts.length === 0) return undefined;
    const { counts, gaps, cusum, newcomersLately: newcomers } = this;
    return featuresOf({ counts, gaps, newcomers, cusum }, this.members);
  }
}
