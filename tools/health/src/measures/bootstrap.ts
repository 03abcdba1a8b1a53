import { randomFrom } from './random.js';
import type { Weigh } from './ranking.js';

const TIMES = 500;
const SEED = 20_261_124;

/**
 * A measure on `times` draws of groups with replacement, the first always the same: so the draws of two measures may be
 * subtracted one by one. `groups` is the group of each row; a group's rows come and go together.
 */
export function bootstrap(
  groups: readonly number[],
  measure: (weigh: Weigh) => number,
  times = TIMES,
): number[] {
  const names = [...new Set(groups)].sort((a, b) => a - b);
  const placeOf = new Map(names.map((name, place) => [name, place]));
  const places = groups.map((name) => placeOf.get(name) ?? 0);
  const random = randomFrom(SEED);
  return Array.from({ length: times }, () => {
    const drawn = new Uint16Array(names.length);
    for (let draw = 0; draw < names.length; draw += 1) {
      const place = Math.floor(random() * names.length);
      drawn[place] = (drawn[place] ?? 0) + 1;
    }
    return measure((row) => drawn[places[row] as number] as number);
  });
}

/** The middle 95% of what was drawn; draws without an answer are left out. */
export type Interval = { readonly low: number; readonly high: number };

export function interval(draws: readonly number[]): Interval {
  const sorted = draws.filter(Number.isFinite).sort((a, b) => a - b);
  const at = (share: number): number => sorted[Math.round(share * (sorted.length - 1))] ?? NaN;
  return { low: at(0.025), high: at(0.975) };
}

export const differences = (one: readonly number[], other: readonly number[]): number[] =>
  one.map((value, draw) => value - (other[draw] ?? NaN));
