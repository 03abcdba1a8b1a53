import { chanceOfFew } from '../people/few-present.js';
import type { MemberStates } from '../people/member-states.js';
import { medianOf } from '../median.js';
import { mean } from '../usual.js';

const LATELY = 6; // head counts, gaps
const LAST_GAPS = 3;
const USUAL_GAPS = 20;
const LEAST_GAPS = 3; // before "usual" means anything
const AHEAD = 6; // meetings
const TINY = 1e-6;

/**
 * What the score looks at: how many may still come, how many came, whether meetings grow rarer, whether numbers sink. None of
 * them knows how old the group is. What else was tried and fell: docs/decisions/0013-group-health-engine.md.
 */
export const featureNames = [
  'few-likely',
  'few-lately',
  'wider-gaps',
  'long-gap',
  'sinking',
  'sinking-long',
] as const;
export type FeatureName = (typeof featureNames)[number];
export type Features = { readonly [F in FeatureName]: number };

/** What the features are made of, after a meeting; lists are oldest first and end with this meeting. */
export type Seen = {
  /** Up to 20 head counts. */
  readonly counts: readonly number[];
  /** Up to 26 gaps, in days, at least 1, and the usual one of them. */
  readonly gaps: readonly number[];
  readonly usualGap: number;
  /** Log-odds of fewer than three people six meetings from now; 0, an average group's, where nobody is named. */
  readonly fewLikely: number;
};

export const featuresOf = ({ counts, gaps, usualGap, fewLikely }: Seen): Features => ({
  'few-likely': fewLikely,
  'few-lately': Math.log(mean(counts.slice(-LATELY)) + 0.5),
  'wider-gaps': widerGaps(gaps, usualGap),
  'long-gap': longGap(gaps, usualGap),
  sinking: slope(counts, 16),
  'sinking-long': slope(counts, 20),
});

/** Log-odds of fewer than three people six meetings from now; the mean numbers of first-timers and of people not named lately. */
export function fewLikelyOf(members: MemberStates, newcomers: number, unnamed: number): number {
  const chance = chanceOfFew(members, AHEAD, { newcomers, unnamed });
  return Math.log((chance + TINY) / (1 - chance + TINY));
}

/** The usual gap, in days, at least 1: the median of the last 20. */
export const medianGap = (gaps: readonly number[]): number => Math.max(1, medianOf(gaps.slice(-USUAL_GAPS)));

/** How the mean of the last six gaps compares with what was usual before them, as a logarithm. */
function widerGaps(gaps: readonly number[], usualGap: number): number {
  if (gaps.length === 0) return 0;
  const before = gaps.slice(0, -LATELY).slice(-USUAL_GAPS);
  const usual = before.length >= LEAST_GAPS ? Math.max(1, medianOf(before)) : usualGap;
  return Math.log(Math.max(1, mean(gaps.slice(-LATELY))) / usual);
}

/** How the longest of the last three gaps compares with the usual one, as a logarithm. */
const longGap = (gaps: readonly number[], usualGap: number): number =>
  gaps.length === 0 ? 0 : Math.log(Math.max(1, ...gaps.slice(-LAST_GAPS)) / usualGap);

const SHRINKING = 20; // drawn to zero, so that three meetings are no trend

/** By how much the logarithm of the head count changes a meeting, over the last `width` ones; negative when numbers sink. */
function slope(counts: readonly number[], width: number): number {
  const from = Math.max(0, counts.length - width);
  const middle = (counts.length - from - 1) / 2;
  let rise = 0;
  let run = SHRINKING;
  for (let place = from; place < counts.length; place += 1) {
    const at = place - from - middle;
    rise += at * Math.log((counts[place] as number) + 0.5);
    run += at * at;
  }
  return rise / run;
}
