/** One figure of one arm, repeated; `raw` keeps the order in which it was measured. */
export interface Measured {
  readonly unit: string;
  readonly raw: readonly number[];
  readonly median: number;
}

export interface Floor {
  /** As a sentence: "the product at >= 70% of the bare arm". */
  readonly says: string;
  readonly holds: boolean;
}

export interface BenchResult {
  readonly bench: string;
  readonly title: string;
  /** How it was measured, so that nobody needs to read the code to judge the figure. */
  readonly method: string;
  readonly figures: Readonly<Record<string, Measured>>;
  readonly floors: readonly Floor[];
}

export interface Bench {
  readonly name: string;
  readonly title: string;
  run(options: {
    readonly seed: number;
    readonly repeats: number;
    readonly say: (line: string) => void;
  }): Promise<BenchResult>;
}

/** @throws Error when there is nothing to take it of. */
export function percentile(values: readonly number[], share: number): number {
  const sorted = [...values].sort((one, other) => one - other);
  const value = sorted[Math.min(sorted.length - 1, Math.ceil(share * sorted.length) - 1)];
  if (value === undefined) throw new Error('There are no values to take a percentile of.');
  return value;
}

export const measured = (unit: string, raw: readonly number[]): Measured => ({
  unit,
  raw: raw.map(rounded),
  median: rounded(percentile(raw, 0.5)),
});

const rounded = (value: number): number =>
  Math.abs(value) >= 100 ? Math.round(value) : Math.round(value * 100) / 100;

/** One arm as a multiple of the other, repeat by repeat: what slows the machine for a while slows both of a pair. */
export const inPairs = (unit: string, of: readonly number[], by: readonly number[]): Measured =>
  measured(
    unit,
    of.map((value, repeat) => (value / (by[repeat] ?? Number.NaN)) * (unit === '%' ? 100 : 1)),
  );

export const atLeast = (
  what: string,
  { is, floor, unit }: { is: number; floor: number; unit: string },
): Floor => ({
  says: `${what}: ${rounded(is)} ${unit}, floor ${floor} ${unit}`,
  holds: is >= floor,
});

export const atMost = (
  what: string,
  { is, limit, unit }: { is: number; limit: number; unit: string },
): Floor => ({
  says: `${what}: ${rounded(is)} ${unit}, at most ${limit} ${unit}`,
  holds: is <= limit,
});

export const secondsSince = (start: number): number => (performance.now() - start) / 1_000;
