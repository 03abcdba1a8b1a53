import type { Standing } from '@followon/shared/rules/health/fitted';
import { thinOf, worseOf, type StandingParts } from '@followon/shared/rules/health/score/standing-score';
import type { Series } from '../data/series.js';
import { judgeStandings } from '../judging/judge-standings.js';
import { fitLogistic } from './ridge-logistic.js';
import { scaleOf } from './scale.js';

/** One number from tens of thousands of days needs no shrinking. */
const RIDGE = 0;
/** Every day is looked on, so that no weekday decides; seven looks a week count as one. */
const WEIGHT = 1 / 7;

/**
 * How the score of the last meeting and the silence since are joined, from every day of the episodes. `chosen` says how far
 * silence counts; that is not fitted.
 */
export function fitStanding(series: readonly Series[], chosen: Standing): Standing {
  const looks = series.flatMap((one) => judgeStandings(one, chosen));
  const scale = (part: keyof StandingParts) => scaleOf(looks.map(({ parts }) => parts[part]));
  const silence = { ...chosen.silence, ...scale('silence') };
  const scales = { ...chosen, score: scale('score'), numbers: scale('numbers'), silence };
  const all = { ...scales, thinness: scaleOf(looks.map(({ parts }) => thinOf(parts, scales))) };
  const { intercept, weights } = fitLogistic(
    looks.map(({ parts, y }) => ({ values: [worseOf(parts, all)], y, weight: WEIGHT })),
    RIDGE,
  );
  return { ...all, intercept, weight: weights[0] ?? 0 };
}
