import { addDays } from '../calendar/civil-date.js';
import { contextOn, type ContextFinding, type RulesSaid } from './context.js';
import { addMeeting, noEvidence, type Evidence, type Setting } from './evidence.js';
import {
  levelRank,
  type ClearsWhen,
  type Expected,
  type Level,
  type MeetingFact,
  type Reason,
} from './facts.js';
import type { Weighed } from './health-signal.js';
import { calmStanding, holdLevel, type Standing } from './hold-level.js';
import { findingsAt } from './meeting-findings.js';
import { parameters } from './parameters.js';
import { GroupScore } from './score/group-score.js';
import { usualGap } from './usual.js';

/** What the engine says at one meeting. `level` is null while the group is hardly known. */
export type Reading = {
  readonly meetingId: string;
  readonly on: string;
  readonly level: Level | null;
  readonly reasons: readonly Reason[];
  readonly clearsWhen: ClearsWhen | null;
  /**
   * The chance, 0 to 1 to six decimals, that the last meeting with three or more people is among this and the next five;
   * null before the first head count.
   */
  readonly score: number | null;
  /** How many could be expected at this meeting, from those before it. */
  readonly expected: Expected | null;
};

/** Too many lost registers: what is said rests on little. */
export type Confidence = 'full' | 'low';

/**
 * Reads the recorded meetings of one group, one after the other, and sees no later one. What it keeps is bounded but for
 * the group's members; replaying a history costs microseconds a meeting, so nothing of it is ever stored.
 */
export class GroupReader {
  evidence: Evidence = noEvidence;
  last: Reading | null = null;
  /** What the meetings alone say; undefined while the group is hardly known and no hard fact speaks. */
  said: Standing | undefined = undefined;
  readonly score = new GroupScore();
  standing: Standing = calmStanding;
  private turnoutSince: string | null = null;

  constructor(private readonly setting: Setting) {}

  read(meeting: MeetingFact): Reading {
    const expected = this.score.expected();
    const { latestCountOn } = this.evidence;
    this.learn(meeting);
    const findings = this.weigh(meeting, meeting.outcome === 'held' ? latestCountOn : null);
    const { meetingId, on, outcome } = meeting;
    const isSaid = this.evidence.recorded >= parameters.meetingsForALevel || findings.length > 0;
    this.said = isSaid ? this.standing : undefined;
    const said = withContext(this.said, this.contextOn(on));
    const score = outcome === 'held' ? this.score.atMeeting : null;
    this.last = { meetingId, on, ...said, score, expected };
    return this.last;
  }

  private learn(meeting: MeetingFact): void {
    const { gaps } = this.evidence;
    this.evidence = addMeeting(this.evidence, meeting, this.setting);
    this.score.add(meeting, { gaps: this.evidence.gaps, isNewGap: this.evidence.gaps !== gaps });
    const { cameNew } = this.score;
    if (cameNew === undefined) return; // nobody looked
    const lastNewOn = cameNew || !this.evidence.newcomers ? meeting.on : this.evidence.newcomers.lastOn;
    this.evidence = { ...this.evidence, newcomers: { lastOn: lastNewOn, lookedOn: meeting.on } };
  }

  private weigh({ outcome, on }: MeetingFact, beforeOn: string | null): readonly Weighed[] {
    const { thresholds } = this.setting;
    const findings = findingsAt(this.evidence, this.score.scored(this.evidence), thresholds);
    this.standing = holdLevel(this.standing, findings, {
      outcome,
      score: this.score.standing(0),
      thresholds,
      beforeOn,
    });
    if (this.standing.level === 'steady') this.score.isCalm();
    const compares = findings.some(({ comparesTurnout }) => comparesTurnout);
    this.turnoutSince = compares ? (this.turnoutSince ?? on) : null;
    return findings;
  }

  /** What is known beside the numbers, as of a day at or after the last meeting read. */
  contextOn(day: string): ContextFinding {
    return contextOn(this.evidence, this.setting, { day, rules: () => this.rulesSaid() });
  }

  private rulesSaid(): RulesSaid {
    const { lastMet, tooFew, latestCountOn, gaps } = this.evidence;
    const late = Math.ceil(parameters.silentGaps * usualGap(gaps, this.setting.cadence));
    return {
      turnoutSince: this.turnoutSince,
      tooFewSince: tooFew.meetings > 0 ? latestCountOn : null,
      silentSince: lastMet && addDays(lastMet.on, late),
    };
  }

  get confidence(): Confidence {
    const lost = this.evidence.registers.filter(({ isLost }) => isLost).length;
    return lost > parameters.lostForDoubt ? 'low' : 'full';
  }
}

type Said = Pick<Reading, 'level' | 'reasons' | 'clearsWhen'>;

/** The higher of the two levels; both give their reasons. */
export function withContext(standing: Said | undefined, context: ContextFinding): Said {
  const said: Said = standing ?? { level: null, reasons: [], clearsWhen: null };
  if (context.level === null) return pick(said);
  const reasons = [...said.reasons, ...context.reasons];
  if (said.level !== null && levelRank(said.level) >= levelRank(context.level))
    return { level: said.level, reasons, clearsWhen: said.clearsWhen ?? context.clearsWhen };
  return {
    level: context.level,
    reasons: [...context.reasons, ...said.reasons],
    clearsWhen: context.clearsWhen,
  };
}

const pick = ({ level, reasons, clearsWhen }: Said): Said => ({ level, reasons, clearsWhen });
