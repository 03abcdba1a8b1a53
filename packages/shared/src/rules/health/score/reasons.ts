import type { Evidence } from '../evidence.js';
import type { Reason } from '../facts.js';
import { isBelow, mean, toOneDecimal, usualTurnout } from '../usual.js';
import { medianGap, type FeatureName } from './features.js';

const SHOWN = 3;
const LONGER = 1.2; // times the usual gap, before a gap is called long (own choice)

/** What a feature says, with the numbers that bear it out; undefined where the numbers one sees tell nothing of it. */
export function reasonFor(feature: FeatureName, evidence: Evidence, likely: number): Reason | undefined {
  if (feature === 'long-gap' || feature === 'wider-gaps') return longGap(evidence);
  return feature === 'few-likely' ? fewLikely(evidence, likely) : fewLately(evidence);
}

/** How many are likely at the next meeting: it can always be said, and forecasts no end. */
export const fewLikely = (evidence: Evidence, likely: number): Reason => ({
  key: 'few-likely',
  likely,
  ...numbersOf(evidence),
});

function fewLately(evidence: Evidence): Reason | undefined {
  const usual = usualTurnout(evidence.counts);
  const isFewer = usual !== null && isBelow(mean(evidence.counts.slice(-SHOWN)), usual);
  return isFewer ? { key: 'few-lately', ...numbersOf(evidence) } : undefined;
}

function longGap({ gaps, lastMet }: Evidence): Reason | undefined {
  const gapDays = Math.max(0, ...gaps.slice(-SHOWN));
  const usualGapDays = medianGap(gaps);
  if (lastMet === null || gapDays <= LONGER * usualGapDays) return undefined;
  return { key: 'long-gap', gapDays, usualGapDays, meetingIds: [lastMet.meetingId] };
}

function numbersOf({
  counts,
  headcounts,
  countIds,
}: Evidence): Pick<Reason, 'usual' | 'recent' | 'meetingIds'> {
  const usual = usualTurnout(counts);
  return {
    ...(usual === null ? {} : { usual: toOneDecimal(usual) }),
    recent: headcounts.slice(-SHOWN),
    meetingIds: countIds.slice(-SHOWN),
  };
}
