import { fitted, type Model, type Standing } from '../fitted.js';
import type { Expected } from '../facts.js';
import { keepLast } from '../keep-last.js';
import { MemberStates } from '../people/member-states.js';
import { Slots } from '../people/slots.js';
import { missWeight } from '../people/soft-miss.js';
import { mean, sum } from '../usual.js';
import { nextCusum } from './cusum.js';
import { expectedFrom, nextLately } from './expected.js';
import { featuresOf, fewLikelyOf, medianGap, type Features } from './features.js';

const COUNTS_KEPT = 20;
const GAPS_KEPT = 26; // the last 6, and 20 before them
const REGISTERS_KEPT = 6;
const UNKNOWN_GAP = 14; // days, before there are two meetings

const byName = { meeting: fitted.meeting, standing: fitted.standing };
const byCounts = { meeting: fitted.meetingByCounts, standing: fitted.standingByCounts };

/** A head count and, where they were noted, who came (no repeats) and how many of them for the first time. */
export type Counted = {
  readonly headcount: number;
  readonly attendees?: readonly string[] | undefined;
  readonly newcomers?: number | null | undefined;
};

/** What the score is made of, kept from meeting to meeting. A missing register changes nothing here but the gaps. */
export class ScoreKeeper {
  /** Evidence, in log-likelihood, that numbers fell to 60% of what is usual. */
  cusum = 0;
  gaps: readonly number[] = [];
  usualGap = UNKNOWN_GAP;
  counts: readonly number[] = [];
  private readonly members = new MemberStates(fitted.comingAndGoing, fitted.keptForGroups);
  private readonly slots = new Slots();
  private newcomers: readonly number[] = [];
  private named: readonly number[] = [];
  /** At least half of the last registers name most of those who came. */
  private knowsPeople = true;
  private unnamed: readonly number[] = [];
  private counted = 0;
  private lately = 0;
  fewLikely = 0;

  /** Days since the meeting before, outside breaks; also of a meeting whose register is missing. */
  addGap(days: number): void {
    this.gaps = keepLast(this.gaps, Math.max(1, days), GAPS_KEPT);
    this.usualGap = medianGap(this.gaps);
  }

  /** Answers how many came for the first time; undefined where nobody looked. */
  addCount({ headcount, attendees, newcomers }: Counted): number | undefined {
    this.addNumber(headcount);
    this.noteNames(headcount, attendees);
    const firstTimers = attendees && this.addPeople(attendees, headcount);
    const cameNew = newcomers ?? firstTimers;
    if (cameNew !== undefined) this.newcomers = keepLast(this.newcomers, cameNew, REGISTERS_KEPT);
    if (attendees) this.fewLikely = fewLikelyOf(this.members, mean(this.newcomers), mean(this.unnamed));
    return cameNew;
  }

  private addNumber(headcount: number): void {
    this.cusum = nextCusum(this.cusum, headcount, this.counts);
    this.counts = keepLast(this.counts, headcount, COUNTS_KEPT);
    this.counted = Math.min(COUNTS_KEPT, this.counted + 1);
    this.lately = nextLately(this.lately, headcount, this.counted);
  }

  /** A register may name fewer people than came. */
  private noteNames(headcount: number, attendees: readonly string[] | undefined): void {
    const unnamed = headcount - (attendees?.length ?? headcount);
    const namesMost = attendees !== undefined && unnamed <= attendees.length;
    this.named = keepLast(this.named, namesMost ? 1 : 0, REGISTERS_KEPT);
    this.knowsPeople = 2 * sum(this.named) >= this.named.length;
    this.unnamed = keepLast(this.unnamed, Math.max(0, unnamed), REGISTERS_KEPT);
  }

  private addPeople(attendees: readonly string[], headcount: number): number {
    const known = this.members.size;
    this.members.meet(this.slots.of(attendees), missWeight(headcount, this.members.likely()));
    return this.members.size - known;
  }

  /** Which of the fitted models speak about this group. */
  get models(): { readonly meeting: Model; readonly standing: Standing } {
    return this.knowsPeople ? byName : byCounts;
  }

  /** Undefined before the first head count. */
  features(): Features | undefined {
    return this.counted === 0 ? undefined : featuresOf(this);
  }

  /** How many may come to the next meeting; null before the first head count. */
  expected(): Expected | null {
    if (this.counted === 0) return null;
    const byName = this.knowsPeople ? this.members.likely() + mean(this.unnamed) : undefined;
    return expectedFrom({ byName, lately: this.lately });
  }
}
