import type { Assessment } from '@followon/shared/rules/health/assess-group';
import type { GroupHistory } from '@followon/shared/rules/health/facts';

/** The last day up to `asOf` on which it took place, register or not. */
export const lastMetOn = ({ meetings }: GroupHistory, asOf: string): string | null =>
  meetings.findLast(({ outcome, on }) => on <= asOf && (outcome === 'held' || outcome === 'missing'))?.on ??
  null;

/** The present judgement as it is stored. */
export const columnsOf = (assessment: Assessment, history: GroupHistory, asOf: string) => ({
  level: assessment.level,
  by_silence_only: assessment.causedBySilenceOnly,
  quiet: assessment.quiet,
  no_news: assessment.noNews,
  reasons: assessment.reasons,
  clears_when: assessment.clearsWhen,
  usual: assessment.usual === null ? null : Math.round(assessment.usual),
  usual_gap_days: assessment.usualGapDays,
  expected_next_on: assessment.expectedNextOn,
  last_met_on: lastMetOn(history, asOf),
  score: assessment.score,
  silent_days: assessment.silentDays,
  expected: assessment.expected,
  confidence: assessment.confidence,
});
