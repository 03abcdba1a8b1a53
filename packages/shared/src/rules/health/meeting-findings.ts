import type { Evidence } from './evidence.js';
import type { Thresholds } from './facts.js';
import type { Finding, MeetingSignal, Weighed } from './health-signal.js';
import { parameters } from './parameters.js';
import type { Scored } from './score/scored.js';
import { meetingSignals } from './signals.js';
import { score } from './signals/score.js';

/** Everything that the signals notice at a meeting, weightiest first. */
export function findingsAt(evidence: Evidence, scored: Scored, thresholds: Thresholds): readonly Weighed[] {
  const isKnown = evidence.recorded >= parameters.meetingsForALevel;
  const seen = { ...evidence, ...scored };
  const findings: Weighed[] = [];
  for (const signal of meetingSignals) {
    const finding = isKnown || signal.speaksEarly ? signal.read(seen, thresholds) : undefined;
    if (finding) findings.push(weighed(signal, finding));
  }
  const onlyCompares = findings.length > 0 && findings.every(({ comparesTurnout }) => comparesTurnout);
  return onlyCompares && isSmall(evidence) ? [] : findings;
}

const weighed = (signal: MeetingSignal, finding: Finding): Weighed => ({
  ...finding,
  mayJump: signal.mayJump,
  comparesTurnout: signal.comparesTurnout ?? false,
  ofCancelled: signal.ofCancelled ?? false,
  isScore: signal === score,
});

/**
 * Fewer people on the books than a share can be taken of: those named lately, or the most that came if that is more. In a group of four,
 * one person at home is a quarter of the group: shares of usual need something else beside them.
 */
function isSmall({ registers, headcounts }: Evidence): boolean {
  const named = new Set(registers.flatMap(({ attendees }) => attendees ?? []));
  return Math.max(named.size, ...headcounts) < parameters.smallGroup;
}
