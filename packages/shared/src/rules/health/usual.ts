import { medianOf } from './median.js';
import { cadenceDays, parameters } from './parameters.js';
import type { Cadence } from './facts.js';

/** Shares such as 0.6 are not exact in binary: differences below this are no differences. */
const SLACK = 1e-9;

export const isBelow = (value: number, mark: number): boolean => value < mark - SLACK;

/** The smallest whole number of people that is not below the mark. */
export const peopleFor = (mark: number): number => Math.max(1, Math.ceil(mark - SLACK));

export function sum(numbers: readonly number[]): number {
  let total = 0;
  for (const next of numbers) total += next;
  return total;
}

export const mean = (numbers: readonly number[]): number => sum(numbers) / numbers.length;

export const toOneDecimal = (value: number): number => Math.round(value * 10) / 10;

/** Up to six head counts that come before the last `recent` ones. */
export const countsBefore = (counts: readonly number[], recent: number): readonly number[] => {
  const end = Math.max(0, counts.length - recent);
  return counts.slice(Math.max(0, end - parameters.usualMeetings), end);
};

/**
 * How many usually come: the middle one of up to twelve head counts before the last three, so that a bad month does not
 * become usual while people still remember better. While there are fewer than two before them, of all so far; null before the
 * first head count.
 */
export function usualTurnout(counts: readonly number[]): number | null {
  if (counts.length === 0) return null;
  const end = Math.max(0, counts.length - parameters.fewLatelyMeetings);
  const before = counts.slice(Math.max(0, end - parameters.usualMeetingsRemembered), end);
  return medianOf(before.length < parameters.usualMeetingsAtLeast ? counts : before);
}

/** The group's usual gap in days, at least 1: the median of its own gaps, or its agreed cadence while there are too few. */
export function usualGap(gaps: readonly number[], cadence: Cadence): number {
  if (gaps.length < parameters.ownGapsAtLeast) return cadenceDays[cadence];
  return Math.max(1, medianOf(gaps));
}
