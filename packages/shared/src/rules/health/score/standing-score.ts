import { fitted, type Scale } from '../fitted.js';
import { mean } from '../usual.js';
import { medianGap } from './features.js';
import { logistic, logOdds, rounded } from './logistic.js';

const LAST_GAPS = 3;
const LAST_COUNTS = 3;
const WEEK = 7;
const UNKNOWN_GAP = 14;
/** Beyond these, in days and usual gaps, more silence says nothing more. */
const MOST_SILENT = { days: 60, gaps: 3 };
const LONGEST_GAP = { days: 120, gaps: 6 };

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
export const standingScore = (left: LeftAt, silentDays: number): number =>
  rounded(logistic(fitted.standing.intercept + fitted.standing.weight * worseOf(partsOf(left, silentDays))));

/** What the standing is made of, before it is brought to scale; higher is worse. */
export type StandingParts = { readonly score: number; readonly numbers: number; readonly silence: number };

export const partsOf = ({ meetingScore, counts, gaps }: LeftAt, silentDays: number): StandingParts => ({
  score: logOdds(meetingScore),
  numbers: -Math.log(mean(counts.slice(-LAST_COUNTS)) + 0.5),
  silence: quietness(silentDays, gaps),
});

export const thinOf = ({ score, numbers }: StandingParts): number =>
  standardised(score, fitted.standing.score) + standardised(numbers, fitted.standing.numbers);

export const worseOf = (parts: StandingParts): number =>
  Math.log(
    Math.exp(standardised(thinOf(parts), fitted.standing.thinness)) +
      Math.exp(standardised(parts.silence, fitted.standing.silence)),
  );

const standardised = (value: number, { mean: middle, deviation }: Scale): number =>
  (value - middle) / deviation;

/** Absolute days and usual gaps both count: a month is long for everybody, and longer for a weekly group. */
function quietness(silentDays: number, gaps: readonly number[]): number {
  const usual = gaps.length === 0 ? UNKNOWN_GAP : medianGap(gaps);
  const atMost = ({ days, gaps: times }: typeof MOST_SILENT) => Math.max(days, times * usual);
  const silent = Math.min(silentDays, atMost(MOST_SILENT));
  const longest = Math.min(Math.max(silentDays, ...gaps.slice(-LAST_GAPS)), atMost(LONGEST_GAP));
  return Math.log(WEEK + longest) + Math.log(WEEK + silent) - Math.log(WEEK + usual);
}
