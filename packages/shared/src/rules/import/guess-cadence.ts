import { daysBetween } from '../calendar/civil-date.js';
import type { Cadence } from '../health/facts.js';

/** Fewer gaps than this are no rhythm. */
const GAPS_AT_LEAST = 3;

/** The longest median gap, in days, that still counts as each rhythm: halfway to the next one. */
const LONGEST_GAP_DAYS = { weekly: 10, fortnightly: 21, monthly: 45 } as const;

/**
 * How often an imported group seems to meet, from the dates in its lines (any order, repeats count once): the
 * median gap decides. `irregular` when there are too few dates to tell, or they lie further apart than monthly.
 */
export function guessCadence(dates: readonly string[]): Cadence {
  const days = [...new Set(dates)].sort();
  const gaps = days.slice(1).map((day, index) => daysBetween(days[index] as string, day));
  if (gaps.length < GAPS_AT_LEAST) return 'irregular';

  const median = medianOf(gaps);
  if (median <= LONGEST_GAP_DAYS.weekly) return 'weekly';
  if (median <= LONGEST_GAP_DAYS.fortnightly) return 'fortnightly';
  return median <= LONGEST_GAP_DAYS.monthly ? 'monthly' : 'irregular';
}

function medianOf(numbers: readonly number[]): number {
  const sorted = [...numbers].sort((a, b) => a - b);
  const middle = Math.floor(sorted.length / 2);
  const upper = sorted[middle] as number;
  return sorted.length % 2 === 1 ? upper : ((sorted[middle - 1] as number) + upper) / 2;
}
