import { chanceOfFew } from '../people/few-present.js';
import type { MemberStates } from '../people/member-states.js';
import { mean, sum } from '../usual.js';

const LATELY = 3; // head counts, and gaps
const BASELINE_COUNTS = 12;
const AHEAD = 6; // meetings
const TINY = 1e-6;

/** What the score looks at. None of them knows how old the group is. */
export const featureNames = ['few-likely', 'long-gap', 'drop', 'few-lately', 'cusum'] as const;
export type FeatureName = (typeof featureNames)[number];
export type Features = { readonly [F in FeatureName]: number };

/** What the features are made of, after a meeting: head counts and gaps oldest first, the last ones those of this meeting. */
export type Seen = {
  /** Up to 13 head counts, this one among them. */
  readonly counts: readonly number[];
  /** Up to 20 gaps in days. */
  readonly gaps: readonly number[];
  /** Mean number of first-timers over the last 6 registers. */
  readonly newcomers: number;
  readonly cusum: number;
};

/**
 * The usual number before this meeting, from up to 12 head counts; drawn a little towards 6, so that a first few
 * meetings do not decide it.
 */
export function baselineOf(before: readonly number[]): number {
  const counted = before.slice(-BASELINE_COUNTS);
  return counted.length < LATELY
    ? (12 + sum(counted)) / (2 + counted.length)
    : (sum(counted) + 3) / (counted.length + 0.5);
}

/** Log-odds of fewer than three people six meetings from now. */
function fewLikely(members: MemberStates, newcomers: number): number {
  const chance = chanceOfFew(members, AHEAD, newcomers);
  return Math.log((chance + TINY) / (1 - chance + TINY));
}

/** How the longest of the last three gaps compares with the usual one; 0 while none is longer than a day. */
function longGap(gaps: readonly number[]): number {
  if (gaps.length === 0) return 0;
  return Math.log(Math.max(1, ...gaps.slice(-LATELY)) / Math.max(1, medianOf(gaps)));
}

export function featuresOf({ counts, gaps, newcomers, cusum }: Seen, members: MemberStates): Features {
  const lately = mean(counts.slice(-LATELY));
  return {
    'few-likely': members.size > 0 ? fewLikely(members, newcomers) : 0,
    'long-gap': longGap(gaps),
    drop: Math.log((lately + 0.5) / (baselineOf(counts.slice(0, -1)) + 0.5)),
    'few-lately': Math.log(lately + 0.5),
    cusum,
  };
}

const SHARE_FEWER = 0.6; // evidence is weighed for "40% fewer than usual"
const MOST_EVIDENCE = 8;

/** Page's CUSUM for a Poisson count fallen to 60% of its baseline, in log-likelihood; 0 while nothing speaks for it. */
export const nextCusum = (before: number, count: number, baseline: number): number =>
  Math.min(
    MOST_EVIDENCE,
    Math.max(
      0,
      before + (count * Math.log(SHARE_FEWER) + (1 - SHARE_FEWER) * baseline) / (1 + 0.04 * baseline),
    ),
  );

export function medianOf(values: readonly number[]): number {
  const sorted = [...values].sort((a, b) => a - b);
  const middle = sorted.length >> 1;
  const above = sorted[middle] ?? 0;
  return sorted.length % 2 === 1 ? above : ((sorted[middle - 1] ?? 0) + above) / 2;
}
