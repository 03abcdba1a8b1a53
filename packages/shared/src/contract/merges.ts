import { z } from 'zod';
import { Cadence, GroupActReason } from './groups.js';
import { GroupState, Turnout } from './health.js';
import { pageOf } from './page.js';

const name = z.string().trim().min(2).max(80);
const reason = GroupActReason.optional();

/** `POST /api/groups/:id/merge`: the group would like to go on in another one of its site. */
export const AskMerge = z.strictObject({
  intoGroupId: z.uuid(),
  /** What both are called from then on; the other group's name unless given. */
  newName: name.optional(),
  /** Needed when a site administrator does it for the group. */
  reason,
});
export type AskMerge = z.infer<typeof AskMerge>;

export const AnswerMerge = z.strictObject({ answer: z.enum(['agree', 'decline']), reason });
export type AnswerMerge = z.infer<typeof AnswerMerge>;

/** Body of `…/withdraw` and `…/undo`. */
export const MergeAct = z.strictObject({ reason });
export type MergeAct = z.infer<typeof MergeAct>;

const named = z.object({ id: z.uuid(), name: z.string() });

/** No names of people: which groups, how far it has come, and what the reader may do about it. */
export const MergeView = z.object({
  id: z.uuid(),
  siteId: z.uuid(),
  from: named,
  into: named,
  newName: z.string().nullable(),
  state: z.enum(['asked', 'merged', 'declined', 'withdrawn', 'undone']),
  askedAt: z.iso.datetime(),
  mergedOn: z.iso.date().nullable(),
  /** The last day on which the two may part again. */
  undoUntil: z.iso.date().nullable(),
  may: z.object({ answer: z.boolean(), withdraw: z.boolean(), undo: z.boolean() }),
});
export type MergeView = z.infer<typeof MergeView>;
export const MergePage = pageOf(MergeView);

/** A group that could be asked: its name and its rhythm, nothing else. */
export const MergeChoice = z.object({ id: z.uuid(), name: z.string(), cadence: Cadence });
export type MergeChoice = z.infer<typeof MergeChoice>;
export const MergeChoicePage = pageOf(MergeChoice);

export const Ancestor = z.object({
  groupId: z.uuid(),
  name: z.string(),
  state: GroupState,
  mergedOn: z.iso.date(),
  /** The group in which it went on: this one, or one that came here later. */
  intoGroupId: z.uuid(),
  /** Meetings that were held. They stay with the group that held them. */
  meetings: z.int().min(0),
  firstMetOn: z.iso.date().nullable(),
  lastMetOn: z.iso.date().nullable(),
  turnout: Turnout,
});
export type Ancestor = z.infer<typeof Ancestor>;

/** `GET /api/groups/:id/lineage`. */
export const LineageView = z.object({
  cameFrom: z.array(Ancestor),
  /** Where this group goes on; null for a group that stands for itself. */
  goesOnIn: named.nullable(),
  mergedOn: z.iso.date().nullable(),
  /** Names that it had before it took in others. */
  formerNames: z.array(z.string()),
});
export type LineageView = z.infer<typeof LineageView>;
