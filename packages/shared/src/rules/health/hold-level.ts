import {
  levelRank,
  levels,
  type ClearsWhen,
  type Level,
  type MeetingFact,
  type Reason,
  type Thresholds,
} from './facts.js';
import type { Finding } from './health-signal.js';
import { parameters } from './parameters.js';

/** A finding, whether its signal may raise the level by more than one step, and whether it compares with what is usual. */
export type Weighed = Finding & {
  readonly mayJump: boolean;
  readonly comparesTurnout: boolean;
  readonly isScore: boolean;
};

/** The meeting that the findings are about. */
export type Heard = {
  readonly outcome: MeetingFact['outcome'];
  readonly score: number;
  readonly thresholds: Thresholds;
};

/** The level that stands, why, and how many calm readings there have been since a rule last held it up. */
export type Standing = {
  readonly level: Level;
  readonly reasons: readonly Reason[];
  readonly clearsWhen: ClearsWhen | null;
  readonly calm: number;
  /** Nothing but the score raised it: then the score must be under its mark before the level falls. */
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
 * Levels rise by one step per meeting (hard facts aside) and fall after two calm readings, so that one odd
 * evening neither alarms nor comforts anybody. A missing register never raises a level, and a meeting that
 * was not held never calms one: neither is evidence for it.
 */
export function holdLevel(
  standing: Standing,
  findings: readonly Weighed[],
  { outcome, score, thresholds }: Heard,
): Standing {
  const holding = highest(findings);
  if (holding > levelRank(standing.level)) {
    return outcome === 'missing'
      ? { ...standing, calm: 0 }
      : stand(risen(standing.level, findings), findings);
  }
  if (holding === levelRank(standing.level)) return stand(standing.level, findings);

  const calm = calmAfter(standing, { outcome, score, thresholds });
  if (calm >= parameters.calmReadings) return stand(levelAt(holding), findings);
  return { ...standing, calm, reasons: withEarlier(findings, standing.reasons) };
}

/** How many calm readings running, this one among them. */
function calmAfter({ level, calm, byScore }: Standing, { outcome, score, thresholds }: Heard): number {
  if (outcome === 'not-held') return calm;
  const isCalm = !byScore || score < markOf(level, thresholds);
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

/**
 * People first: good meetings also end a run of cancelled ones. Nobody is asked for more people than usually come, and
 * while the score is raised nobody is promised that two meetings are enough.
 */
function whatClears(findings: readonly Weighed[], isScoreRaised: boolean): ClearsWhen | null {
  const people = findings
    .map(({ clearsWhen }) => clearsWhen)
    .filter(({ headcount }) => headcount !== undefined);
  if (people.length === 0) return findings[0]?.clearsWhen ?? null;
  const headcount = Math.max(...people.map(({ headcount: needed }) => needed ?? 0));
  const usual = Math.ceil(usualIn(findings));
  const isTwo = !isScoreRaised && people.every(({ key }) => key === 'two-meetings-with');
  if (isTwo && headcount <= usual) return { key: 'two-meetings-with', headcount };
  const least = isScoreRaised ? parameters.viablePeople : 1;
  return { key: 'some-meetings-with', headcount: Math.max(least, Math.min(headcount, usual)) };
}

/** The highest "usual" that a reason speaks of; without one, nobody is asked for too many. */
function usualIn(findings: readonly Weighed[]): number {
  const usual = findings.flatMap(({ reasons }) => reasons.flatMap((said) => said.usual ?? []));
  return usual.length === 0 ? Infinity : Math.max(...usual);
}

/** A level that stands only because it falls slowly still says what raised it. */
function withEarlier(findings: readonly Finding[], earlier: readonly Reason[]): readonly Reason[] {
  return saidOnce([...findings.flatMap(({ reasons }) => reasons), ...earlier]);
}

const MOST_REASONS = 3;

/** The weightiest reasons, each kind once. */
const saidOnce = (reasons: readonly Reason[]): readonly Reason[] =>
  reasons
    .filter(({ key }, place) => reasons.findIndex((other) => other.key === key) === place)
    .slice(0, MOST_REASONS);
