import type { ReasonKey } from '../rules/health/facts.js';
import type { MessageFacts } from './facts.js';

/** The words of every reason in one language; undefined where there is nothing to say, or its figures are missing. */
export type ReasonWords = { readonly [K in ReasonKey]: (facts: MessageFacts) => string | undefined };

/** Whole weeks, where both gaps can be told apart in them; otherwise undefined. */
export function gapsInWeeks({ gapDays, usualGapDays }: MessageFacts) {
  if (gapDays === undefined || usualGapDays === undefined) return undefined;
  const weeks = { gap: Math.round(gapDays / 7), usual: Math.round(usualGapDays / 7) };
  return weeks.usual >= 1 && weeks.gap > weeks.usual ? weeks : undefined;
}

/** What is usual and what came lately, where both are known. */
export function turnoutOf({ usual, recent }: MessageFacts) {
  if (usual === undefined || !recent || recent.length === 0) return undefined;
  return { usual: Math.round(usual), recent };
}
