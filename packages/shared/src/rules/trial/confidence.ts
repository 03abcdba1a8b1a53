import type { TrialTerms } from './facts.js';
import { worstVariance } from './terms.js';

/** The mixture is narrowest around so many times rho: the minimum of (1 + 1/c)(ln(1 + c) + 2 ln(1/alpha)) for alpha = 0.1. */
const NARROWEST_AT = 7;

type Declared = Pick<TrialTerms, 'mostUnits' | 'withheldShare' | 'falseHelps' | 'falseRetired'>;

/** Tuned, before the start, to be narrowest half way to the end. */
const rhoOf = ({ mostUnits, withheldShare }: Declared): number =>
  (mostUnits * worstVariance(withheldShare)) / 2 / NARROWEST_AT;

/**
 * How far a sum of unbiased scores may stray from what it estimates, at every look at once, with probability 1 - alpha:
 * Robbins' two-sided normal mixture, sqrt((V + rho) ln((V + rho) / (rho alpha^2))), as in Howard, Ramdas, McAuliffe, Sekhon,
 * "Time-uniform, nonparametric, nonasymptotic confidence sequences" (Annals of Statistics 49(2), 2021), with V the sum of
 * the squared scores. Each side errs half of alpha, so alpha is the sum of the two declared errors.
 */
export function strayOf(squares: number, terms: Declared): number {
  const rho = rhoOf(terms);
  const alpha = terms.falseHelps + terms.falseRetired;
  return Math.sqrt((squares + rho) * Math.log((squares + rho) / (rho * alpha ** 2)));
}
