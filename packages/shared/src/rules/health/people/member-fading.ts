import { toDayNumber } from '../../calendar/civil-date.js';
import { fitted } from '../fitted.js';
import { keepLast } from '../keep-last.js';
import { medianGap } from '../score/features.js';
import { logistic } from '../score/logistic.js';
import { MemberStates } from './member-states.js';
import { Slots } from './slots.js';
import { missWeight } from './soft-miss.js';

const SEEN_IN_REGISTERS = 6;
const LEAST_ATTENDANCES = 3;
const AHEAD = 6; // registers: the fading is the chance of coming to none of them
const GAPS_KEPT = 20;
const ATTENDANCES_COUNTED = 8; // more tell nothing more about habit, and would be age
const MOST_AWAY = 2;

/** Somebody's habit: misses in a row, two running shares of coming (a short and a long memory), attendances, the last day. */
type Habit = {
  readonly missed: number;
  readonly often: number;
  readonly seldom: number;
  readonly total: number;
  readonly lastDay: number;
};

/** Somebody seen lately: what the fading is made of, and the fading. */
type Seen = { readonly reference: string; readonly values: readonly number[]; readonly fading: number };

const firstTime = (day: number): Habit => ({ missed: 0, often: 0.5, seldom: 0.35, total: 1, lastDay: day });

/**
 * The chance that somebody comes to none of the next six registers. For checking the engine, and for the people of the group
 * itself: it is never stored, logged, put into an event or answered by any route
 * (docs/decisions/0013-group-health-engine.md).
 */
export class MemberFading {
  private readonly states = new MemberStates(fitted.comingAndGoing, fitted.keptForMembers);
  private readonly slots = new Slots();
  private readonly habits: Habit[] = [];
  private gaps: readonly number[] = [];
  private today = 0;

  /** A meeting that took place; `attendees` (no repeats) are left out when its register is lost or has no names. */
  met(on: string, attendees?: readonly string[], headcount = attendees?.length ?? 0): void {
    const day = toDayNumber(on);
    if (this.today > 0) this.gaps = keepLast(this.gaps, Math.max(1, day - this.today), GAPS_KEPT);
    this.today = day;
    if (attendees) this.register(attendees, headcount);
  }

  private register(attendees: readonly string[], headcount: number): void {
    const known = this.states.size;
    const slots = this.slots.of(attendees);
    this.states.meet(slots, missWeight(headcount, this.states.likely()));
    const came = new Set(slots);
    for (let slot = 0; slot < known; slot += 1) this.habits[slot] = this.carriedOn(slot, came.has(slot));
    for (let slot = known; slot < this.states.size; slot += 1) this.habits[slot] = firstTime(this.today);
  }

  private carriedOn(slot: number, came: boolean): Habit {
    const { missed, often, seldom, total, lastDay } = this.habits[slot] ?? firstTime(this.today);
    const now = came ? 1 : 0;
    return {
      missed: came ? 0 : missed + 1,
      often: 0.75 * often + 0.25 * now,
      seldom: 0.92 * seldom + 0.08 * now,
      total: total + now,
      lastDay: came ? this.today : lastDay,
    };
  }

  /** Everybody of whom enough is known and who was there lately, in the order of their references. */
  *seen(): Generator<Seen> {
    const { references } = this.slots;
    const inOrder = [...references.entries()].sort(([, a], [, b]) => (a < b ? -1 : 1));
    for (const [slot, reference] of inOrder) {
      const habit = this.habits[slot];
      if (!habit || habit.total < LEAST_ATTENDANCES || habit.missed >= SEEN_IN_REGISTERS) continue;
      const values = this.values(slot, habit);
      yield { reference, values, fading: fadingOf(values) };
    }
  }

  private values(slot: number, habit: Habit): readonly number[] {
    const { states } = this;
    const none = 1 - states.alive(slot, 1) * (1 - (1 - states.chance(slot)) ** AHEAD);
    return [
      softLogit(none),
      softLogit(habit.often),
      softLogit(habit.seldom),
      this.awayFor(habit),
      Math.log(Math.min(ATTENDANCES_COUNTED, habit.total)),
    ];
  }

  /** By how much, as a logarithm, somebody has been away for longer than their misses tell. */
  private awayFor({ lastDay, missed }: Habit): number {
    if (missed === 0) return 0;
    const usualGaps = (this.today - lastDay) / medianGap(this.gaps);
    return Math.min(MOST_AWAY, Math.max(0, Math.log(1 + usualGaps) - Math.log(1 + missed)));
  }
}

/** `values` in the order of the terms of `fitted.member`. */
function fadingOf(values: readonly number[]): number {
  let logit = fitted.member.intercept;
  for (const [place, { weight, mean, deviation }] of fitted.member.terms.entries())
    logit += (weight * ((values[place] ?? 0) - mean)) / deviation;
  return logistic(logit);
}

/** Log-odds that stay finite at 0 and 1. */
const softLogit = (share: number): number => Math.log((share + 0.01) / (1.01 - share));
