import type { Model } from '@followon/shared/rules/health/fitted';
import { logistic, logOdds } from '@followon/shared/rules/health/score/logistic';
import type { Series } from '../data/series.js';
import { fitAll } from '../fitting/fit-all.js';
import type { Recipe } from '../fitting/recipes.js';
import { withFitted } from '../fitting/with-fitted.js';
import { foldsOf } from '../measures/random.js';
import { judgeAll, type Judged } from './judge-all.js';
import { ENGINE, type MeetingRow, type Row } from './rows.js';

export const FOLDS = 10;
/** One split into folds is a matter of luck, so the log-odds of three are averaged. */
const SEEDS = [1, 2, 3];

/** The score of a refit without its intercept and means, which differ from fold to fold: what the weights alone are worth. */
export const WEIGHTS_ALONE = 'weights alone';

/**
 * Every group judged by the engine with numbers fitted on the groups of the other nine folds, and only on them. Only what has
 * names is fitted on, so head counts alone are not judged again.
 */
export function crossValidated(series: readonly Series[], recipe?: Recipe, seeds = SEEDS): Judged {
  const named = series.map((one) => ({ ...one, episodes: one.isNamed ? one.episodes : [] }));
  const splits = seeds.map((seed) => split(named, foldOfEach(named, seed), recipe));
  return {
    meetings: averaged(splits.map(({ meetings }) => meetings)),
    members: averaged(splits.map(({ members }) => members)),
    ticks: averaged(splits.map(({ ticks }) => ticks)),
    counts: { meetings: [], months: [] },
  };
}

/** Groups with a known fate are dealt evenly; nothing is judged of the others. */
function foldOfEach(series: readonly Series[], seed: number): readonly number[] {
  const judged = [...series.keys()].filter((group) => (series[group]?.episodes.length ?? 0) > 0);
  const folds = foldsOf(judged.length, FOLDS, seed);
  const foldOf = new Map(judged.map((group, place) => [group, folds[place] ?? 0]));
  return series.map((_, group) => foldOf.get(group) ?? group % FOLDS);
}

function split(series: readonly Series[], foldOf: readonly number[], recipe: Recipe | undefined): Judged {
  const parts = [...Array(FOLDS).keys()].map((fold) => {
    const isHeldOut = (group: number): boolean => foldOf[group] === fold;
    const numbers = fitAll(
      series.filter((_, group) => !isHeldOut(group)),
      recipe,
    );
    const judged = withFitted(numbers, () => judgeAll(series, isHeldOut));
    return { ...judged, meetings: judged.meetings.map((row) => withWeights(row, numbers.meeting)) };
  });
  return {
    meetings: inOrder(parts.flatMap(({ meetings }) => meetings)),
    members: inOrder(parts.flatMap(({ members }) => members)),
    ticks: inOrder(parts.flatMap(({ ticks }) => ticks)),
    counts: { meetings: [], months: [] },
  };
}

function withWeights(row: MeetingRow, { terms }: Model): MeetingRow {
  const sum = terms.reduce(
    (total, { feature, weight, deviation }) => total + (weight * row.features[feature]) / deviation,
    0,
  );
  return { ...row, scores: { ...row.scores, [WEIGHTS_ALONE]: logistic(sum) } };
}

/** As the whole was judged: by group, and within a group as they came (sorting keeps their order). */
const inOrder = <R extends Row>(rows: readonly R[]): readonly R[] =>
  rows.toSorted((one, other) => one.group - other.group);

/** The rows of the first split, with what all of them say. */
function averaged<R extends Row>(splits: readonly (readonly R[])[]): readonly R[] {
  const mean = (name: string, place: number): number =>
    logistic(splits.reduce((sum, rows) => sum + logOdds(rows[place]?.scores[name] ?? 0), 0) / splits.length);
  return (splits[0] ?? []).map((row, place) => {
    const names = [ENGINE, WEIGHTS_ALONE].filter((name) => name in row.scores);
    const scores = Object.fromEntries(names.map((name) => [name, mean(name, place)]));
    return { ...row, scores: { ...row.scores, ...scores } };
  });
}
