import { logOdds, logistic, rounded } from './logistic.js';
import { medianOf } from './features.js';

const LEAST_SHARE = 0.003;
const POOLED_WEIGHT = 10;

/** Share of ordinary gaps at least so many usual gaps long, over all groups; replaced by what was fitted. */
const pooled: readonly (readonly [number, number])[] = [
  [1, 1],
  [1.5, 0.205],
  [2, 0.186],
  [3, 0.078],
  [4, 0.046],
  [6, 0.017],
];

/** The share of ordinary gaps at least `days` long: the pooled curve and the group's own gaps, these weighing more the more there are. */
export function shareOfGaps(days: number, gaps: readonly number[]): number {
  const ratio = days / Math.max(1, medianOf(gaps));
  const own = gaps.filter((gap) => gap >= days).length;
  return (POOLED_WEIGHT * pooledShare(ratio) + own) / (POOLED_WEIGHT + gaps.length);
}

function pooledShare(ratio: number): number {
  const next = pooled.findIndex(([at]) => at >= ratio);
  if (next === 0) return 1;
  const [at, share] = pooled[next] ?? [ratio, pooled.at(-1)?.[1] ?? 0];
  const [before, shareBefore] = pooled[next - 1] ?? pooled.at(-1) ?? [1, 1];
  return at === before ? share : shareBefore + ((share - shareBefore) * (ratio - before)) / (at - before);
}

export const scoreInSilence = (score: number, days: number, gaps: readonly number[]): number =>
  rounded(logistic(logOdds(score) - Math.log(Math.max(LEAST_SHARE, shareOfGaps(days, gaps)))));
