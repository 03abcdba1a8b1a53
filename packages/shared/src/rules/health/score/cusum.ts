import { sum } from '../usual.js';
import { rounded } from './logistic.js';

const BASELINE_COUNTS = 12;
const LEAST_COUNTS = 3;
const SHARE_FEWER = 0.6; // evidence is weighed for "40% fewer than usual"
const MOST_EVIDENCE = 8;

/**
 * The usual number before a meeting, from up to 12 head counts; drawn a little towards 6, so that a first few meetings do
 * not decide it.
 */
function baselineOf(before: readonly number[]): number {
  const counted = before.slice(-BASELINE_COUNTS);
  if (counted.length < LEAST_COUNTS) return (12 + sum(counted)) / (2 + counted.length);
  return (sum(counted) + 3) / (counted.length + 0.5);
}

/**
 * Page's CUSUM (1954) for a Poisson count fallen to 60% of its baseline, in log-likelihood; 0 while nothing speaks for it, and
 * until the third count. Counts vary less than Poisson, so it is slow to speak.
 */
export function nextCusum(evidence: number, count: number, before: readonly number[]): number {
  if (before.length + 1 < LEAST_COUNTS) return 0;
  const baseline = baselineOf(before);
  const weight = (count * Math.log(SHARE_FEWER) + (1 - SHARE_FEWER) * baseline) / (1 + 0.04 * baseline);
  return rounded(Math.min(MOST_EVIDENCE, Math.max(0, evidence + weight)));
}
