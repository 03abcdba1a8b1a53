import type { Level, Thresholds } from '../facts.js';
import type { MeetingSignal } from '../health-signal.js';
import { peopleFor, usualTurnout } from '../usual.js';

/**
 * The fitted score: once is worth watching, twice running worth a call. Never on one meeting alone, and with what moved it
 * as the reasons.
 */
export const score: MeetingSignal = {
  key: 'few-likely',
  speaksEarly: false,
  mayJump: false,
  read({ scores, drivers, counts }, thresholds) {
    const level = levelOf(scores, thresholds);
    if (level === undefined) return undefined;
    const headcount = peopleFor(usualTurnout(counts) ?? 1);
    return { level, reasons: drivers(), clearsWhen: { key: 'some-meetings-with', headcount } };
  },
};

function levelOf(
  scores: readonly number[],
  { watchScore, fadingScore, atRiskScore }: Thresholds,
): Level | undefined {
  const [before = 0, now = 0] = scores.slice(-2);
  const both = Math.min(before, now);
  if (both >= atRiskScore) return 'at-risk';
  if (both >= fadingScore) return 'fading';
  return (scores.at(-1) ?? 0) >= watchScore ? 'watch' : undefined;
}
