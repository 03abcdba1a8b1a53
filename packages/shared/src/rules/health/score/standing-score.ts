import type { Most, Scale, Standing } from '../fitted.js';
import { mean } from '../usual.js';
import { logistic, logOdds, rounded } from './logistic.js';

const LAST_GAPS = 3;
const LAST_COUNTS = 3;
const WEEK = 7;

/** A group as its last counted meeting left it. */
export type LeftAt = {
  /** The score of that meeting. */
  readonly meetingScore: number;
  readonly counts: readonly number[];
  readonly gaps: readonly number[];
  /** In days. */
  readonly usualGap: number;
};

/** How a group that nobody has counted yet is taken to be. */
export const likeMost = ({ score, numbers }: Standing): Pick<LeftAt, 'meetingScore' | 'counts'> => ({
  meetingScore: logistic(score.mean),
  counts: [Math.exp(-numbers.mean) - 0.5],
});

/**
 * The chance, 0 to 1, that the last meeting with three or more people is past or within 90 days, after days of silence. How
 * thin the group was and how long it is quiet are joined so that the worse of the two weighs most: a group may thin out, or
 * just stop.
 */
export const standingScore = (left: LeftAt, silentDays: number, by: Standing): number =>
  rounded(logistic(by.intercept + by.weight * worseOf(partsOf(left, silentDays, by), by)));

/** What the standing is made of, before it is brought to scale (tools/health fits the scales); higher is worse. */
export type StandingParts = { readonly score: number; readonly numbers: number; readonly silence: number };

export const partsOf = (
  left: LeftAt,
  silentDays: number,
  { silence }: Pick<Standing, 'silence'>,
): StandingParts => ({
  score: logOdds(left.meetingScore),
  numbers: -Math.log(mean(left.counts.slice(-LAST_COUNTS)) + 0.5),
  silence: quietness(silentDays, left, silence),
});

export const thinOf = (parts: StandingParts, by: Pick<Standing, 'score' | 'numbers'>): number =>
  standardised(parts.score, by.score) + standardised(parts.numbers, by.numbers);

export const worseOf = (parts: StandingParts, by: Standing): number =>
  Math.log(
    Math.exp(standardised(thinOf(parts, by), by.thinness)) +
      Math.exp(standardised(parts.silence, by.silence)),
  );

const standardised = (value: number, { mean: middle, deviation }: Scale): number =>
  (value - middle) / deviation;

/** Absolute days and usual gaps both count: a month is long for everybody, and longer for a weekly group. */
function quietness(
  silentDays: number,
  { gaps, usualGap: usual }: Pick<LeftAt, 'gaps' | 'usualGap'>,
  { most, longest, usualWeight }: Standing['silence'],
): number {
  const silent = Math.min(silentDays, inDays(most, usual));
  const rarest = Math.min(Math.max(silentDays, ...gaps.slice(-LAST_GAPS)), inDays(longest.most, usual));
  return (
    Math.log(WEEK + silent) + longest.weight * Math.log(WEEK + rarest) - usualWeight * Math.log(WEEK + usual)
  );
}

const inDays = ({ days, gaps }: Most, usual: number): number => Math.max(days, gaps * usual);
