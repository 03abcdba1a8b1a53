/** One time in five more or fewer come than the range says: the same share as the range of a group's own meetings. */
const BEYOND_EACH_END = 0.1;

/**
 * The chances themselves are judged and not measured, so the range has to hold if all of them are a seventh too high or
 * too low. [D]
 */
const DOUBT = 0.15;
const MOST_LIKELY = 0.95;

/** So that five times 0.7 is 3.5 and counts as 4, whatever the machine makes of it. */
const ROUNDING = 1e-9;

export type HowMany = {
  /** Whole people; the sum of the chances. */
  readonly likely: number;
  readonly low: number;
  readonly high: number;
};

/** How many of these people come, each by their own chance and of their own mind. Never above how many there are. */
export function howManyCome(chances: readonly number[]): HowMany {
  const sorted = chances.toSorted((a, b) => a - b);
  const likely = Math.round(sorted.reduce((sum, chance) => sum + chance, ROUNDING));
  const scaled = (by: number) => sorted.map((chance) => Math.min(MOST_LIKELY, chance * by));
  return {
    likely,
    low: Math.min(likely, firstAbove(spread(scaled(1 - DOUBT)), BEYOND_EACH_END)),
    high: Math.max(likely, firstAbove(spread(scaled(1 + DOUBT)), 1 - BEYOND_EACH_END - ROUNDING)),
  };
}

/** The probability of each number, from nobody to everybody. */
function spread(chances: readonly number[]): readonly number[] {
  return chances.reduce<readonly number[]>(
    (sofar, chance) =>
      Array.from(
        { length: sofar.length + 1 },
        (_, came) => (sofar[came] ?? 0) * (1 - chance) + (sofar[came - 1] ?? 0) * chance,
      ),
    [1],
  );
}

/** The first number up to which more than this share lies. */
function firstAbove(probabilities: readonly number[], share: number): number {
  let sum = 0;
  for (const [number, probability] of probabilities.entries()) {
    sum += probability;
    if (sum > share) return number;
  }
  return probabilities.length - 1;
}
