import { z } from 'zod';
import { ClearsWhenSchema, ReasonSchema, reportedKinds } from '../rules/health/facts.js';
import { pageOf } from './page.js';

export const LevelView = z.enum(['steady', 'watch', 'fading', 'at-risk']);
/** `watch` is internal: readers without a duty to the group see it as `steady`. */
export type LevelView = z.infer<typeof LevelView>;

export const GroupState = z.enum([
  'forming',
  'meeting',
  'resting',
  'merged',
  'closed-well',
  'closed',
  'unknown',
]);
export type GroupState = z.infer<typeof GroupState>;

/** One slot of the turnout strip, oldest first. `headcount` is null unless it was held and counted. */
export const TurnoutSlot = z.object({
  meetingId: z.uuid().nullable(),
  on: z.iso.date(),
  kind: z.enum(['held', 'headcount-only', 'not-held', 'missing', 'rest', 'planned']),
  headcount: z.int().nullable(),
});
export type TurnoutSlot = z.infer<typeof TurnoutSlot>;

export const Turnout = z.object({
  /** How many usually come: the middle one of the head counts before the last three, rounded; null while the group is new. */
  usual: z.int().nullable(),
  slots: z.array(TurnoutSlot),
});
export type Turnout = z.infer<typeof Turnout>;

/** How many could be expected, from the meetings before: four times in five between `low` and `high`. */
export const ExpectedRange = z.object({ low: z.int(), high: z.int() });
export type ExpectedRange = z.infer<typeof ExpectedRange>;
export const ExpectedNext = ExpectedRange.extend({ likely: z.number() });
export type ExpectedNext = z.infer<typeof ExpectedNext>;

/** A slot on the group's own page. `expected` is null for what was not held and for readers who see no head counts. */
export const HealthSlot = TurnoutSlot.extend({ expected: ExpectedRange.nullable() });
export type HealthSlot = z.infer<typeof HealthSlot>;
export const HealthTurnout = Turnout.extend({ slots: z.array(HealthSlot) });
export type HealthTurnout = z.infer<typeof HealthTurnout>;

export const LevelChange = z.object({
  on: z.iso.date(),
  at: z.iso.datetime(),
  from: LevelView.nullable(),
  to: LevelView.nullable(),
  reasons: z.array(ReasonSchema),
  eventId: z.uuid(),
  parameterVersion: z.string(),
});
export type LevelChange = z.infer<typeof LevelChange>;

/** About the group only: nothing here is about one person, or made from one person's attendance alone. */
export const GroupHealthView = z.object({
  groupId: z.uuid(),
  level: LevelView.nullable(),
  /**
   * The chance, 0 to 1 to three decimals, that the last meeting with three or more people is near or past. It orders
   * groups; it is no forecast and not for a screen. Null while the level is steady, for the group's own people, for
   * readers who see no head counts, and while the group rests.
   */
  score: z.number().min(0).max(1).nullable(),
  /** Days since it met, breaks left out; null before it did, while it rests and once it has ended. */
  silentDays: z.int().nullable(),
  /** `low`: more than two of the last six registers are missing. */
  confidence: z.enum(['full', 'low']).nullable(),
  /** How many may come next; null for readers who see no head counts. */
  expected: ExpectedNext.nullable(),
  /** Most of its people meet in this group now; given to readers who may see that group. */
  successorGroupId: z.uuid().nullable(),
  reasons: z.array(ReasonSchema),
  clearsWhen: ClearsWhenSchema.nullable(),
  since: z.iso.datetime().nullable(),
  noNews: z.boolean(),
  usual: z.int().nullable(),
  usualGapDays: z.number().nullable(),
  expectedNextOn: z.iso.date().nullable(),
  asOfSeq: z.int(),
  assessedAt: z.iso.datetime().nullable(),
  parameterVersion: z.string(),
  turnout: HealthTurnout,
  history: z.array(LevelChange),
});
export type GroupHealthView = z.infer<typeof GroupHealthView>;

export const ReportKind = z.enum(reportedKinds);
export type ReportKind = z.infer<typeof ReportKind>;

/** Something the group says about itself. `until`: settled, and no longer true from that day on. */
export const GroupReportView = z.object({
  id: z.uuid(),
  kind: ReportKind,
  on: z.iso.date(),
  until: z.iso.date().nullable(),
});
export type GroupReportView = z.infer<typeof GroupReportView>;
export const GroupReportPage = pageOf(GroupReportView);
export const NewGroupReport = z.strictObject({ kind: ReportKind });
export type NewGroupReport = z.infer<typeof NewGroupReport>;
export const GroupReportParam = z.strictObject({ id: z.uuid(), reportId: z.uuid() });
