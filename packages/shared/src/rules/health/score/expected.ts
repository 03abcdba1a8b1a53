import type { Expected } from '../facts.js';
import { toOneDecimal } from '../usual.js';
import { baselineOf } from './features.js';
import type { ScoreKeeper } from './score-keeper.js';

const FOUR_IN_FIVE = 1.2816; // normal deviations
const SPREAD = 0.6; // variance over mean; docs/decisions/0013-group-health-engine.md

/**
 * How many may come to the next meeting, four times in five: by name where people are known, newcomers as lately; else as
 * usual. Null before the first head count.
 */
export function expectedFrom(keeper: ScoreKeeper): Expected | null {
  if (!keeper.hasCounts) return null;
  const likely = keeper.knowsPeople
    ? keeper.members.likely() + keeper.newcomersLately
    : baselineOf(keeper.counts);
  const spread = FOUR_IN_FIVE * Math.sqrt(SPREAD * likely);
  return {
    low: Math.max(0, Math.round(likely - spread)),
    likely: toOneDecimal(likely),
    high: Math.round(likely + spread),
  };
}
