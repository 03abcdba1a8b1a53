import { fitted } from '../fitted.js';
import { logistic } from '../score/logistic.js';
import { MemberStates } from './member-states.js';
import { Slots } from './slots.js';
import { missWeight } from './soft-miss.js';

const SEEN_IN_REGISTERS = 6;
const LEAST_ATTENDANCES = 3;
const AHEAD = 6; // registers: the fading is the chance of coming to none of them

/**
 * What one person's own attendance adds up to. For checking the engine, and for the people of the group itself: it is never
 * stored, logged, put into an event or answered by any route (docs/decisions/0013-group-health-engine.md).
 */
export class MemberFading {
  private readonly states = new MemberStates(fitted.comingAndGoing, fitted.keptForMembers);
  private readonly slots = new Slots();
  private readonly habits: Habit[] = [];

  /** One named register. `attendees` without repeats. */
  meet(attendees: readonly string[], headcount: number): void {
    const known = this.states.size;
    const slots = this.slots.of(attendees);
    this.states.meet(slots, missWeight(headcount, this.states.likely()));
    const came = new Set(slots);
    for (let slot = 0; slot < known; slot += 1)
      this.habits[slot] = carriedOn(this.habits[slot], came.has(slot));
    for (let slot = known; slot < this.states.size; slot += 1) this.habits[slot] = firstTime;
  }

  /** Everybody of whom enough is known and who was there lately, in the order of their references. */
  *seen(): Generator<{ readonly reference: string; readonly fading: number }> {
    const { references } = this.slots;
    const inOrder = [...references.keys()].sort((a, b) =>
      (references[a] ?? '') < (references[b] ?? '') ? -1 : 1,
    );
    for (const slot of inOrder) {
      const habit = this.habits[slot] ?? firstTime;
      if (habit.total < LEAST_ATTENDANCES || habit.missed >= SEEN_IN_REGISTERS) continue;
      yield { reference: references[slot] ?? '', fading: this.fading(slot, habit) };
    }
  }

  private fading(slot: number, { missed, often, seldom, total, since }: Habit): number {
    const { states } = this;
    const comes = states.chance(slot);
    const none = 1 - states.alive(slot, 1) * (1 - (1 - comes) ** AHEAD);
    const values = [
      missed,
      softLogit(none),
      softLogit(often),
      softLogit(seldom),
      Math.log(total),
      Math.log(1 + since),
    ];
    let logit = fitted.member.intercept;
    for (const [place, { weight, mean, deviation }] of fitted.member.terms.entries())
      logit += (weight * ((values[place] ?? 0) - mean)) / deviation;
    return logistic(logit);
  }
}

/** How somebody has come so far: misses in a row, two running shares of coming, attendances, registers since the first. */
type Habit = {
  readonly missed: number;
  readonly often: number;
  readonly seldom: number;
  readonly total: number;
  readonly since: number;
};

const firstTime: Habit = { missed: 0, often: 0.5, seldom: 0.35, total: 1, since: 0 };

function carriedOn({ missed, often, seldom, total, since }: Habit = firstTime, came: boolean): Habit {
  const now = came ? 1 : 0;
  return {
    missed: came ? 0 : missed + 1,
    often: 0.75 * often + 0.25 * now,
    seldom: 0.92 * seldom + 0.08 * now,
    total: total + now,
    since: since + 1,
  };
}

/** Log-odds that stay finite at 0 and 1. */
const softLogit = (share: number): number => Math.log((share + 0.01) / (1.01 - share));
