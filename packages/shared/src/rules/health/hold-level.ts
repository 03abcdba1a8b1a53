import {
  levelRank,
  levels,
  type ClearsWhen,
  type Level,
  type MeetingFact,
  type Reason,
  type Thresholds,
} from './facts.js';
import type { Finding, Weighed } from './health-signal.js';
import { parameters } from './parameters.js';
import { saidOnce } from './say-once.js';
import { whatClears } from './what-clears.js';

/** The meeting that the findings are about. */
export type Heard = {
  readonly outcome: MeetingFact['outcome'];
  readonly score: number;
  readonly thresholds: Thresholds;
  /** The day of the head count before this meeting. */
  readonly beforeOn: string | null;
};

/** The level that stands, why, and how many calm readings there have been since a rule last held it up. */
export type Standing = {
  readonly level: Level;
  readonly reasons: readonly Reason[];
  readonly clearsWhen: ClearsWhen | null;
  readonly calm: number;
  /** Nothing but the score raised it: then the score must be well under its mark before the level falls. */
  readonly byScore: boolean;
};

export const calmStanding: Standing = {
  level: 'steady',
  reasons: [],
  clearsWhen: null,
  calm: 0,
  byScore: false,
};

/**
 * Levels rise by one step per meeting (hard facts aside) and fall after two calm readings, so that one odd evening neither
 * alarms nor comforts anybody. What is no evidence changes nothing: a lost register neither raises a level nor calms one, and a
 * meeting that was not held speaks of cancelled meetings alone.
 */
export function holdLevel(
  standing: Standing,
  findings: readonly Weighed[],
  { outcome, score, thresholds, beforeOn }: Heard,
): Standing {
  const news = newsIn(findings, outcome);
  if (highest(news) > levelRank(standing.level)) return stand(risen(standing.level, news), findings);
  const holding = highest(findings);
  if (holding > levelRank(standing.level)) return { ...standing, calm: 0 };
  if (holding === levelRank(standing.level)) return stand(standing.level, findings);

  const calm = calmAfter(standing, { outcome, score, thresholds, beforeOn });
  if (calm >= parameters.calmReadings) return stand(levelAt(holding), findings);
  return { ...standing, calm, reasons: withEarlier(findings, standing.reasons, beforeOn) };
}

/** What this meeting itself adds. */
function newsIn(findings: readonly Weighed[], outcome: MeetingFact['outcome']): readonly Weighed[] {
  if (outcome === 'held') return findings;
  return outcome === 'not-held' ? findings.filter(({ ofCancelled }) => ofCancelled) : [];
}

/** How many calm readings running, this one among them. */
function calmAfter({ level, calm, byScore }: Standing, { outcome, score, thresholds }: Heard): number {
  if (outcome !== 'held') return calm;
  const isCalm = !byScore || score < parameters.calmShare * markOf(level, thresholds);
  return isCalm ? calm + 1 : 0;
}

/** The score that raises a group to a level. */
const markOf = (level: Level, { watchScore, fadingScore, atRiskScore }: Thresholds): number =>
  ({ steady: 1, watch: watchScore, fading: fadingScore, 'at-risk': atRiskScore })[level];

const highest = (findings: readonly Weighed[]): number =>
  Math.max(0, ...findings.map(({ level }) => levelRank(level)));

const levelAt = (rank: number): Level => levels[rank] ?? 'at-risk';

const risen = (from: Level, findings: readonly Weighed[]): Level =>
  levelAt(Math.max(levelRank(from) + 1, highest(findings.filter(({ mayJump }) => mayJump))));

function stand(level: Level, findings: readonly Weighed[]): Standing {
  const reaching = findings.filter((finding) => levelRank(finding.level) >= levelRank(level));
  return {
    level,
    reasons: saidOnce(findings.flatMap(({ reasons }) => reasons)),
    clearsWhen:
      level === 'steady'
        ? null
        : whatClears(
            reaching,
            findings.some(({ isScore }) => isScore),
          ),
    calm: 0,
    byScore: reaching.length > 0 && reaching.every(({ isScore }) => isScore),
  };
}

/** A level that stands only because it falls slowly still says what raised it, and of which meetings that was true. */
function withEarlier(
  findings: readonly Finding[],
  earlier: readonly Reason[],
  beforeOn: string | null,
): readonly Reason[] {
  const stale = earlier.map((reason) =>
    reason.recent === undefined || reason.upToOn !== undefined || beforeOn === null
      ? reason
      : { ...reason, upToOn: beforeOn },
  );
  return saidOnce([...findings.flatMap(({ reasons }) => reasons), ...stale]);
}
