import type { Scale } from '@followon/shared/rules/health/fitted';

/** Mean and standard deviation (of a population) of some values; a deviation of 1 where they are all the same. */
export function scaleOf(values: readonly number[]): Scale {
  const mean = values.reduce((sum, value) => sum + value, 0) / values.length;
  const variance = values.reduce((sum, value) => sum + (value - mean) ** 2, 0) / values.length;
  return { mean, deviation: variance > 0 ? Math.sqrt(variance) : 1 };
}

export const standardised = (value: number, { mean, deviation }: Scale): number => (value - mean) / deviation;
