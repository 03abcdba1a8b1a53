import { MemberFading } from '@followon/shared/rules/health/people/member-fading';
import type { Series } from '../data/series.js';
import { firstMemberScore } from './first-version.js';
import { ENGINE, type MemberRow } from './rows.js';

const AHEAD = 6; // registers: the question is who comes to none of them

/** The simple rules about somebody: misses in a row, two running shares of coming, attendances, registers since the first. */
type Habit = { missed: number; often: number; seldom: number; total: number; since: number };

/** A row for everybody of whom the engine says something, at each register with six more after it. Nobody is named in it. */
export function judgeMembers({ history, isNamed }: Series, group: number): readonly MemberRow[] {
  if (!isNamed) return [];
  const fading = new MemberFading();
  const habits = new Map<string, Habit>();
  const registers: ReadonlySet<string>[] = [];
  const seen: { readonly reference: string; readonly at: number; readonly row: Omit<MemberRow, 'y'> }[] = [];
  for (const { on, outcome, attendees, headcount } of history.meetings) {
    if (outcome === 'not-held') continue;
    fading.met(on, attendees, headcount ?? undefined);
    if (!attendees) continue;
    registers.push(new Set(attendees));
    register(habits, new Set(attendees));
    for (const { reference, values, fading: score } of fading.seen()) {
      const habit = habits.get(reference);
      if (habit)
        seen.push({
          reference,
          at: registers.length,
          row: { group, values, scores: scoresOf(habit, values, score) },
        });
    }
  }
  return seen
    .filter(({ at }) => at + AHEAD <= registers.length)
    .map(({ reference, at, row }) => {
      const comes = registers.slice(at, at + AHEAD).some((next) => next.has(reference));
      return { ...row, y: comes ? 0 : 1 };
    });
}

function register(habits: Map<string, Habit>, came: ReadonlySet<string>): void {
  for (const [reference, habit] of habits) {
    const now = came.has(reference) ? 1 : 0;
    habit.missed = now === 1 ? 0 : habit.missed + 1;
    habit.often = 0.75 * habit.often + 0.25 * now;
    habit.seldom = 0.92 * habit.seldom + 0.08 * now;
    habit.total += now;
    habit.since += 1;
  }
  for (const reference of came)
    if (!habits.has(reference))
      habits.set(reference, { missed: 0, often: 0.5, seldom: 0.35, total: 1, since: 0 });
}

export const MISSES = 'misses in a row';

function scoresOf(habit: Habit, values: readonly number[], score: number): MemberRow['scores'] {
  const { missed, often, seldom, total, since } = habit;
  const [none = 0, oftenLogit = 0, seldomLogit = 0] = values;
  return {
    [ENGINE]: score,
    [MISSES]: missed,
    'one average, .92': -seldom,
    'one average, .75': -often,
    'coming and going (BG/BB) alone': none,
    'the first version (six terms)': firstMemberScore([
      missed,
      none,
      oftenLogit,
      seldomLogit,
      Math.log(total),
      Math.log(1 + since),
    ]),
  };
}
