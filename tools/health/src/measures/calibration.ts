import { once, type Weigh } from './ranking.js';

const BINS = 10;

/** Mean distance between what was said and what came true, over ten equal bins, weighed by their rows. */
export function calibrationError(
  chances: readonly number[],
  y: readonly number[],
  weigh: Weigh = once,
): number {
  const said = new Array<number>(BINS).fill(0);
  const true_ = new Array<number>(BINS).fill(0);
  let all = 0;
  for (const [row, chance] of chances.entries()) {
    const bin = Math.min(BINS - 1, Math.floor(chance * BINS));
    const weight = weigh(row);
    said[bin] = (said[bin] ?? 0) + weight * chance;
    true_[bin] = (true_[bin] ?? 0) + weight * (y[row] ?? 0);
    all += weight;
  }
  return said.reduce((sum, value, bin) => sum + Math.abs(value - (true_[bin] ?? 0)), 0) / all;
}

/** Mean squared distance between what was said and what came true. */
export function brier(chances: readonly number[], y: readonly number[], weigh: Weigh = once): number {
  let [sum, all] = [0, 0];
  for (const [row, chance] of chances.entries()) {
    const weight = weigh(row);
    sum += weight * (chance - (y[row] ?? 0)) ** 2;
    all += weight;
  }
  return sum / all;
}

/** What the best constant would have. */
export function constantBrier(y: readonly number[], weigh: Weigh = once): number {
  let [yes, all] = [0, 0];
  for (const [row, value] of y.entries()) {
    yes += weigh(row) * value;
    all += weigh(row);
  }
  return (yes / all) * (1 - yes / all);
}
