import type { HealthCause } from '../../alert/causes.js';
import type { GroupHistory, ReportedKind } from '../facts.js';

/** What the ledger tells of a group that is judged after each of it: the events of the reaction `JudgeGroup`. */
export const toldNames = [
  'group.formed.v1',
  'group.changed.v1',
  'group.rested.v1',
  'group.resumed.v1',
  'group.closed.v1',
  'group.reported.v1',
  'group.report-settled.v1',
  'role.accepted.v1',
  'role.vacated.v1',
  'meeting.planned.v1',
  'meeting.held.v1',
  'meeting.not-held.v1',
  'register.missing.v1',
  'silence.due.v1',
] as const;
export type ToldName = (typeof toldNames)[number];

/** One thing that was told live, in the order of the stream. */
export type Told = {
  /** `2026-03-02T07:00:00` on a wall in London: it sorts as text, and its first ten letters are the day. */
  readonly at: string;
  readonly name: ToldName;
  readonly meetingId?: string | null;
  /** Of a break: its first day, and the first day back as it was then meant. */
  readonly from?: string | null;
  readonly until?: string | null;
  /** Of a report. */
  readonly kind?: ReportedKind | null;
};

/** A group as it was lived: what is known of it now, and when each piece of it became known. */
export type LivedGroup = {
  readonly history: GroupHistory;
  /** What came with an import is not among them: it counts as known on its own day. */
  readonly told: readonly Told[];
  readonly closedOn: string | null;
  /** Alerts that people settled: nobody can say when they would have settled others. */
  readonly resolved: readonly { readonly cause: HealthCause; readonly at: string }[];
  /** When another group was first heard of in which most of its people go on meeting; null where there is none. */
  readonly carriesOnFrom: string | null;
};

export const dayOf = (at: string): string => at.slice(0, 10);
