import { z } from 'zod';
import { ClearsWhenSchema, ReasonSchema } from '../rules/health/facts.js';

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
  /** How many usually come: the mean of the last held meetings, rounded; null while the group is new. */
  usual: z.int().nullable(),
  slots: z.array(TurnoutSlot),
});
export type Turnout = z.infer<typeof Turnout>;

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

/** `score` stays null until an engine with a score is in use. */
export const GroupHealthView = z.object({
  groupId: z.uuid(),
  level: LevelView.nullable(),
  score: z.number().nullable(),
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
  turnout: Turnout,
  history: z.array(LevelChange),
});
export type GroupHealthView = z.infer<typeof GroupHealthView>;
