import { levelRank, levels, type ClearsWhen, type Level, type MeetingFact, type Reason } from './facts.js';
import type { Finding } from './health-signal.js';
import { parameters } from './parameters.js';

/** A finding, and whether its signal may raise the level by more than one step. */
export type Weighed = Finding & { readonly mayJump: boolean };

/** The level that stands, why, and how many calm readings there have been since a rule last held it up. */
export type Standing = {
  readonly level: Level;
  readonly reasons: readonly Reason[];
  readonly clearsWhen: ClearsWhen | null;
  readonly calm: number;
};

export const calmStanding: Standing = { level: 'steady', reasons: [], clearsWhen: null, calm: 0 };

/**
 * Levels rise by one step per meeting (hard facts aside) and fall after two calm readings, so that one odd
 * evening neither alarms nor comforts anybody. A missing register never raises a level, and a meeting that
 * was not held never calms one: neither is evidence for it.
 */
export function holdLevel(
  standing: Standing,
  findings: readonly Weighed[],
  outcome: MeetingFact['outcome'],
): Standing {
  const holding = highest(findings);
  if (holding > levelRank(standing.level)) {
    return outcome === 'missing'
      ? { ...standing, calm: 0 }
      : stand(risen(standing.level, findings), findings);
  }
  if (holding === levelRank(standing.level)) return stand(standing.level, findings);

  const calm = standing.calm + (outcome === 'not-held' ? 0 : 1);
  if (calm >= parameters.calmReadings) return stand(levelAt(holding), findings);
  return { ...standing, calm, reasons: withEarlier(findings, standing.reasons) };
}

const highest = (findings: readonly Weighed[]): number =>
  Math.max(0, ...findings.map(({ level }) => levelRank(level)));

const levelAt = (rank: number): Level => levels[rank] ?? 'at-risk';

const risen = (from: Level, findings: readonly Weighed[]): Level =>
  levelAt(Math.max(levelRank(from) + 1, highest(findings.filter(({ mayJump }) => mayJump))));

const stand = (level: Level, findings: readonly Weighed[]): Standing => ({
  level,
  reasons: findings.map(({ reason }) => reason),
  clearsWhen: whatClears(findings.filter((finding) => levelRank(finding.level) >= levelRank(level))),
  calm: 0,
});

/** People first: two good meetings also end a run of cancelled ones. Nobody is asked for more people than usually come. */
function whatClears(findings: readonly Finding[]): ClearsWhen | null {
  const people = findings.flatMap(({ clearsWhen }) => clearsWhen.headcount ?? []);
  if (people.length > 0) {
    const headcount = Math.max(...people);
    const usual = Math.ceil(Math.max(0, ...findings.flatMap(({ reason }) => reason.usual ?? [])));
    if (usual === 0 || headcount <= usual) return { key: 'two-meetings-with', headcount };
    return { key: 'some-meetings-with', headcount: usual };
  }
  return findings[0]?.clearsWhen ?? null;
}

/** A level that stands only because it falls slowly still says what raised it. */
function withEarlier(findings: readonly Finding[], earlier: readonly Reason[]): readonly Reason[] {
  const now = findings.map(({ reason }) => reason);
  return [...now, ...earlier.filter(({ key }) => !now.some((reason) => reason.key === key))];
}
