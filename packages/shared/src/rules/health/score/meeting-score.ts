import type { Model } from '../fitted.js';
import type { Reason } from '../facts.js';
import { keepLast } from '../keep-last.js';
import { medianOf } from '../median.js';
import { featureNames, type FeatureName, type Features } from './features.js';
import { logistic, rounded } from './logistic.js';

/** How much each feature adds to the log-odds. */
export type Contributions = { readonly [F in FeatureName]?: number };

export function contributionsOf({ terms }: Model, features: Features): Contributions {
  const contributions: { [F in FeatureName]?: number } = {};
  for (const { feature, weight, mean, deviation } of terms)
    contributions[feature] = (weight * (features[feature] - mean)) / deviation;
  return contributions;
}

/** The chance, from 0 to 1, that the last meeting with three or more people is among this and the next five. */
export function scoreOf({ intercept, terms }: Model, features: Features): number {
  let logit = intercept;
  for (const { feature, weight, mean, deviation } of terms)
    logit += (weight * (features[feature] - mean)) / deviation;
  return rounded(logistic(logit));
}

const CALM_READINGS_KEPT = 26;

/** What the contributions are while the group is steady: the group is compared with itself. */
export class CalmState {
  private readings: readonly Contributions[] = [];

  add(contributions: Contributions): void {
    this.readings = keepLast(this.readings, contributions, CALM_READINGS_KEPT);
  }

  /** Zero, the average group's, before the first steady reading. */
  of(feature: FeatureName): number {
    return medianOf(this.readings.map((reading) => reading[feature] ?? 0));
  }
}

const WORTH_SAYING = 0.15; // log-odds
const MOST_REASONS = 2;

/**
 * The features that moved the score most away from the group's calm state, as reasons, the strongest first. What the numbers of
 * a reason do not bear out is left unsaid, so there may be none.
 */
export function driversOf(
  contributions: Contributions,
  calm: CalmState,
  say: (feature: FeatureName) => Reason | undefined,
): readonly Reason[] {
  const moved = featureNames
    .flatMap((feature) => {
      const amount = contributions[feature];
      return amount === undefined ? [] : [{ feature, by: amount - calm.of(feature) }];
    })
    .filter(({ by }) => by > WORTH_SAYING)
    .sort((one, other) => other.by - one.by);
  const said = moved.flatMap(({ feature }) => say(feature) ?? []);
  return said
    .filter(({ key }, place) => said.findIndex((other) => other.key === key) === place)
    .slice(0, MOST_REASONS);
}
