import type { ChosenTerms, TrialTerms } from './facts.js';
import type { TrialKey } from './kinds.js';
import { trialKinds } from './kinds.js';

const ERROR = 0.05;
const POWER = 0.8;
const MINIMUM_PER_ARM = 20;
/** The 80th percentile of the normal distribution. */
const Z_POWER = 0.8416;
/**
 * How many standard errors wide the interval is on each side at the end of a trial: with V = 14 rho (see confidence.ts),
 * sqrt((15 / 14) (ln 15 + 2 ln 10)) = 2.80. One look alone would need 1.64: what looking every day costs.
 */
const BOUNDARY = 2.8;

/** The most that one occasion can add to the variance: p (1 - p) is at most a quarter. */
export const worstVariance = (withheldShare: number): number => 0.25 / (withheldShare * (1 - withheldShare));

/**
 * How many occasions are enough to tell an effect of just the smallest worthwhile size from none, four times out of five:
 * n = (boundary + z)^2 v / effect^2, the usual formula for a difference of two shares with a wider boundary.
 */
export const unitsFor = ({
  withheldShare,
  smallestEffect,
}: Pick<ChosenTerms, 'withheldShare' | 'smallestEffect'>) =>
  Math.ceil(((BOUNDARY + Z_POWER) ** 2 * worstVariance(withheldShare)) / smallestEffect ** 2);

/** Everything that has to be said before the start. */
export const declareTerms = (key: TrialKey, chosen: ChosenTerms): TrialTerms => ({
  ...chosen,
  ...trialKinds[key],
  mostUnits: unitsFor(chosen),
  minimumPerArm: MINIMUM_PER_ARM,
  ...{ falseHelps: ERROR, falseRetired: ERROR, power: POWER, method: 'always-valid-1' },
});
