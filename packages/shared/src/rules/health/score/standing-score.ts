import type { Most, Scale, Standing } from '../fitted.js';
import { mean } from '../usual.js';
import { medianGap } from './features.js';
import { logistic, logOdds, rounded } from './logistic.js';

const LAST_GAPS = 3;
const LAST_COUNTS = 3;
const WEEK = 7;
const UNKNOWN_GAP = 14;

/** A group as its last counted meeting left it. */
export type LeftAt = {
  /** The score of that meeting. */
  readonly meetingScore: number;
  readonly counts: readonly number[];
  readonly gaps: readonly number[];
};

/**
 * The chance, 0 to 1, that the last meeting with three or more people is past or within 90 days, after days of silence. How
 * thin the group was and how long it is quiet are joined so that the worse of the two weighs most: a group may thin out, or
 * just stop.
 */
export function standingScore(
  { meetingScore, counts, gaps }: LeftAt,
  silentDays: number,
  by: Standing,
): number {
  const lately = mean(counts.slice(-LAST_COUNTS));
  const thin =
    standardised(logOdds(meetingScore), by.score) + standardised(-Math.log(lately + 0.5), by.numbers);
  const quiet = standardised(quietness(silentDays, gaps, by.silence), by.silence);
  const worse = Math.log(Math.exp(standardised(thin, by.thinness)) + Math.exp(quiet));
  return rounded(logistic(by.intercept + by.weight * worse));
}

const standardised = (value: number, { mean: middle, deviation }: Scale): number =>
  (value - middle) / deviation;

/** Absolute days and usual gaps both count: a month is long for everybody, and longer for a weekly group. */
function quietness(
  silentDays: number,
  gaps: readonly number[],
  { most, longest, usualWeight }: Standing['silence'],
): number {
  const usual = gaps.length === 0 ? UNKNOWN_GAP : medianGap(gaps);
  const silent = Math.min(silentDays, inDays(most, usual));
  const rarest = Math.min(Math.max(silentDays, ...gaps.slice(-LAST_GAPS)), inDays(longest.most, usual));
  return (
    Math.log(WEEK + silent) + longest.weight * Math.log(WEEK + rarest) - usualWeight * Math.log(WEEK + usual)
  );
}

const inDays = ({ days, gaps }: Most, usual: number): number => Math.max(days, gaps * usual);
