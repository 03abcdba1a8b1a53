import { addMeeting, noEvidence, type Evidence, type Setting } from './evidence.js';
import type { ClearsWhen, Level, MeetingFact, Reason } from './facts.js';
import { calmStanding, holdLevel, type Standing, type Weighed } from './hold-level.js';
import { parameters } from './parameters.js';
import { meetingSignals } from './signals.js';

/** What the engine says at one meeting. `level` is null while the group is hardly known. */
export type Reading = {
  readonly meetingId: string;
  readonly on: string;
  readonly level: Level | null;
  readonly reasons: readonly Reason[];
  readonly clearsWhen: ClearsWhen | null;
};

/** Where the engine stands between two meetings: all it needs to read the next one. */
export type Progress = {
  readonly evidence: Evidence;
  readonly standing: Standing;
  readonly reading: Reading;
};

export const nothingRead: Progress = {
  evidence: noEvidence,
  standing: calmStanding,
  reading: { meetingId: '', on: '', level: null, reasons: [], clearsWhen: null },
};

/** Reads one more recorded meeting. The inside of the engine: a better one replaces this function and the signals. */
export function readMeeting(before: Progress, meeting: MeetingFact, setting: Setting): Progress {
  const evidence = addMeeting(before.evidence, meeting, setting);
  const isKnown = evidence.recorded >= parameters.meetingsForALevel;
  const findings = findingsOf(evidence, isKnown);
  const standing = holdLevel(before.standing, findings, meeting.outcome);
  const said = isKnown || findings.length > 0 ? standing : { level: null, reasons: [], clearsWhen: null };
  const { level, reasons, clearsWhen } = said;
  return {
    evidence,
    standing,
    reading: { meetingId: meeting.meetingId, on: meeting.on, level, reasons, clearsWhen },
  };
}

function findingsOf(evidence: Evidence, isKnown: boolean): readonly Weighed[] {
  return meetingSignals.flatMap((signal) => {
    const finding = isKnown || signal.speaksEarly ? signal.read(evidence) : undefined;
    return finding === undefined ? [] : [{ ...finding, mayJump: signal.mayJump }];
  });
}
