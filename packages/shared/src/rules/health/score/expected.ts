import type { Expected } from '../facts.js';
import { toOneDecimal } from '../usual.js';

const FOUR_IN_FIVE = 1.2816; // normal deviations
/** Variance over mean of what comes; docs/decisions/0013-group-health-engine.md. */
const SPREAD_BY_NAME = 0.45;
const SPREAD_BY_COUNT = 0.47;

/**
 * How many may come to the next meeting, four times in five: half by who is still with the group, half by how many came
 * lately. `byName` is undefined where nobody is named.
 */
export function expectedFrom({
  byName,
  lately,
}: {
  readonly byName: number | undefined;
  readonly lately: number;
}): Expected {
  const likely = byName === undefined ? lately : (byName + lately) / 2;
  const spread = FOUR_IN_FIVE * Math.sqrt((byName === undefined ? SPREAD_BY_COUNT : SPREAD_BY_NAME) * likely);
  return {
    low: Math.max(0, Math.round(likely - spread)),
    likely: toOneDecimal(likely),
    high: Math.round(likely + spread),
  };
}

const FIRST_COUNTS = 3;

/** How many came lately: the mean of the first three head counts, then each new one weighs a quarter. `counted` counts it too. */
export const nextLately = (lately: number, count: number, counted: number): number =>
  counted <= FIRST_COUNTS ? lately + (count - lately) / counted : 0.75 * lately + 0.25 * count;
