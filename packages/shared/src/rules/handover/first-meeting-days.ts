/** How the days from a programme's last session to its group's first meeting are spread; medians in days, halves possible. */
export type DaysSpread = {
  readonly n: number;
  readonly median: number | null;
  readonly lowerQuartile: number | null;
  readonly upperQuartile: number | null;
};

/** Quartiles between the two nearest values (as `percentile_cont` and R's type 7 do). Empty: nothing is known yet. */
export function daysSpread(days: readonly number[]): DaysSpread {
  const sorted = [...days].sort((one, other) => one - other);
  return {
    n: sorted.length,
    median: quantile(sorted, 0.5),
    lowerQuartile: quantile(sorted, 0.25),
    upperQuartile: quantile(sorted, 0.75),
  };
}

function quantile(sorted: readonly number[], share: number): number | null {
  const at = (sorted.length - 1) * share;
  const below = sorted[Math.floor(at)];
  const above = sorted[Math.ceil(at)];
  if (below === undefined || above === undefined) return null;
  return Math.round((below + (above - below) * (at - Math.floor(at))) * 10) / 10;
}
