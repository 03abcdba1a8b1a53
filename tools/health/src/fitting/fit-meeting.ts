import type { Model } from '@followon/shared/rules/health/fitted';
import { featureNames, type FeatureName } from '@followon/shared/rules/health/score/features';
import type { MeetingRow } from '../judging/rows.js';
import type { Recipe } from './recipes.js';
import { fitLogistic } from './ridge-logistic.js';
import { scaleOf, standardised } from './scale.js';

/** Of the slope of the sum of themes: hardly anything, one number needs no shrinking. */
const RIDGE_OF_THE_SUM = 1;

export function fitMeeting(rows: readonly MeetingRow[], recipe: Recipe): Model {
  return recipe.kind === 'free' ? fitFree(rows, recipe) : fitShares(rows, recipe.themes);
}

const scaleOfFeature = (rows: readonly MeetingRow[], feature: FeatureName) =>
  scaleOf(rows.map(({ features }) => features[feature]));

function fitFree(rows: readonly MeetingRow[], { features, ridge }: Extract<Recipe, { kind: 'free' }>): Model {
  const scales = features.map((feature) => ({ feature, ...scaleOfFeature(rows, feature) }));
  const rowsOf = new Map<number, number>();
  for (const { group } of rows) rowsOf.set(group, (rowsOf.get(group) ?? 0) + 1);
  const { intercept, weights } = fitLogistic(
    rows.map(({ features: values, y, group }) => ({
      values: scales.map((scale) => standardised(values[scale.feature], scale)),
      y,
      weight: 1 / Math.sqrt(rowsOf.get(group) ?? 1),
    })),
    ridge,
  );
  return { intercept, terms: scales.map((scale, place) => ({ ...scale, weight: weights[place] ?? 0 })) };
}

type Themes = Extract<Recipe, { kind: 'shares' }>['themes'];

/** Each feature's part in the sum of themes, and that sum brought to log-odds. */
function fitShares(rows: readonly MeetingRow[], themes: Themes): Model {
  const terms = themes.flatMap((theme) => partsOf(rows, theme));
  const sumOf = (row: MeetingRow): number =>
    terms.reduce((sum, term) => sum + term.weight * standardised(row.features[term.feature], term), 0);
  const { intercept, weights } = fitLogistic(
    rows.map((row) => ({ values: [sumOf(row)], y: row.y, weight: 1 })),
    RIDGE_OF_THE_SUM,
  );
  return { intercept, terms: terms.map((term) => ({ ...term, weight: term.weight * (weights[0] ?? 0) })) };
}

function partsOf(rows: readonly MeetingRow[], { share, worse }: Themes[number]) {
  const parts = featureNames
    .filter((feature) => worse[feature] !== undefined)
    .map((feature) => ({ feature, sign: worse[feature] ?? 0, ...scaleOfFeature(rows, feature) }));
  const means = rows.map(
    ({ features }) =>
      parts.reduce((sum, part) => sum + part.sign * standardised(features[part.feature], part), 0) /
      parts.length,
  );
  const { deviation: whole } = scaleOf(means);
  return parts.map(({ feature, sign, mean, deviation }) => ({
    feature,
    weight: (share * sign) / (parts.length * whole),
    mean,
    deviation,
  }));
}
