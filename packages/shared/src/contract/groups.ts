import { z } from 'zod';
import { ClearsWhenSchema, ReasonSchema } from '../rules/health/facts.js';
import { closeReasons } from '../rules/group/close-reasons.js';
import { civilDate } from './civil-date.js';
import { GroupState, LevelView, Turnout } from './health.js';
import { PageQuery, pageOf } from './page.js';

export const Cadence = z.enum(['weekly', 'fortnightly', 'monthly', 'irregular']);
export type Cadence = z.infer<typeof Cadence>;
const name = z.string().trim().min(2).max(80);

export const NewGroup = z.strictObject({
  siteId: z.uuid(),
  name,
  cadence: Cadence,
  formedOn: civilDate.optional(),
  programmeId: z.uuid().optional(),
});
export type NewGroup = z.infer<typeof NewGroup>;

export const GroupPatch = z.strictObject({
  name: name.optional(),
  cadence: Cadence.optional(),
  /** No message to anybody of the group; for its own contact people. */
  messagesOff: z.boolean().optional(),
  /** New people may come. Until a group says so, nobody new is missed. */
  welcomesNew: z.boolean().optional(),
});
export type GroupPatch = z.infer<typeof GroupPatch>;

/** A site administrator who acts for a group says why; the group itself need not. */
export const GroupActReason = z.enum(['group-asked', 'nobody-answers', 'other']);
export type GroupActReason = z.infer<typeof GroupActReason>;

export const RestGroup = z.strictObject({ until: civilDate.optional(), reason: GroupActReason.optional() });
export type RestGroup = z.infer<typeof RestGroup>;
/** Another day back, while it rests; null: it is not known yet. */
export const ChangeRest = z.strictObject({ until: civilDate.nullable(), reason: GroupActReason.optional() });
export type ChangeRest = z.infer<typeof ChangeRest>;
export const CloseReason = z.enum(closeReasons);
export type CloseReason = z.infer<typeof CloseReason>;
export const CloseGroup = z.strictObject({
  how: z.enum(['closed-well', 'closed']),
  /** Why it ends, if its people want to say. */
  closeReason: CloseReason.optional(),
  /** Its last day, up to twelve weeks ahead: the group goes on until then. Left out: today. */
  on: civilDate.optional(),
  reason: GroupActReason.optional(),
});
export type CloseGroup = z.infer<typeof CloseGroup>;
/** Body of `…/restart` and `…/keep-going`. */
export const GroupAct = z.strictObject({ reason: GroupActReason.optional() });
export type GroupAct = z.infer<typeof GroupAct>;

export const GroupSummary = z.object({
  id: z.uuid(),
  siteId: z.uuid(),
  siteName: z.string(),
  programmeId: z.uuid().nullable(),
  name: z.string(),
  cadence: Cadence,
  state: GroupState,
  restingUntil: z.iso.date().nullable(),
  formedOn: z.iso.date().nullable(),
  /** `watch` is shown as `steady` to everybody; null: too early to tell, or not meeting. */
  level: LevelView.nullable(),
  levelSince: z.iso.datetime().nullable(),
  reasons: z.array(ReasonSchema),
  clearsWhen: ClearsWhenSchema.nullable(),
  noNews: z.boolean(),
  lastMetOn: z.iso.date().nullable(),
  nextMeetingOn: z.iso.date().nullable(),
  registersMissing: z.int(),
  /** The last 12 slots; headcounts are null for readers outside the group's ring (network administrators). */
  turnout: Turnout,
});
export type GroupSummary = z.infer<typeof GroupSummary>;
export const GroupPage = pageOf(GroupSummary);

export const GroupView = GroupSummary.extend({
  may: z.object({
    record: z.boolean(),
    correct: z.boolean(),
    plan: z.boolean(),
    rest: z.boolean(),
    close: z.boolean(),
    seeMembers: z.boolean(),
    switchMessages: z.boolean().optional(),
    /** Ask for a hand, or say what troubles the group, and settle it again. */
    report: z.boolean().optional(),
    /** Ask another group to go on together; answer one. */
    merge: z.boolean().optional(),
    /** Start again after a break or an end. */
    restart: z.boolean().optional(),
  }),
  ownGroup: z.boolean(),
  /** The reader's group took this one in: its past may be read, and nothing of it changed. */
  lookingBack: z.boolean().optional(),
  closedOn: z.iso.date().nullable().optional(),
  closeReason: CloseReason.nullable().optional(),
  /** An ending that was announced; the group goes on until that day. */
  closing: z
    .object({ on: z.iso.date(), how: z.enum(['closed-well', 'closed']) })
    .nullable()
    .optional(),
  /** The group wants no messages: nothing leaves to its members and role holders. */
  messagesOff: z.boolean().optional(),
  welcomesNew: z.boolean().optional(),
  version: z.int(),
});
export type GroupView = z.infer<typeof GroupView>;

export const GroupQuery = PageQuery.extend({
  site: z.uuid().optional(),
  level: LevelView.optional(),
  state: GroupState.optional(),
  q: z.string().max(80).optional(),
  /** `true`: only groups at fading or at-risk, or with no news: *Groups that may need you*. */
  needsYou: z.enum(['true']).optional(),
  /** `true`: only groups in which the reader holds a role. */
  own: z.enum(['true']).optional(),
  /** `true`: only groups with a `registersMissing`, which together are `missingRegisters` of the overview. */
  registersMissing: z.enum(['true']).optional(),
});
export type GroupQuery = z.infer<typeof GroupQuery>;

export const MemberView = z.object({
  id: z.uuid(),
  /** First name or what the person likes to be called; null for people known only from an imported register. */
  displayName: z.string().nullable(),
  joinedOn: z.iso.date().nullable(),
  pausedUntil: z.iso.date().nullable(),
  /** Said yes to messages; present only for those who may change it. */
  wantsMessages: z.boolean().optional(),
});
export type MemberView = z.infer<typeof MemberView>;
export const MemberPage = pageOf(MemberView);
export const NewMember = z.strictObject({ displayName: z.string().trim().min(1).max(40) });
export type NewMember = z.infer<typeof NewMember>;

/** `PUT /api/groups/:id/members/:memberId/preferences`: nobody gets anything before somebody said yes. */
export const MemberPreferences = z.strictObject({ wantsMessages: z.boolean() });
export type MemberPreferences = z.infer<typeof MemberPreferences>;

export const GroupRoleKind = z.enum(['contact', 'host', 'ptv']);
export const GroupRoleView = z.object({
  id: z.uuid(),
  kind: GroupRoleKind,
  holder: z.object({
    accountId: z.uuid().nullable(),
    memberId: z.uuid().nullable(),
    displayName: z.string().nullable(),
  }),
  from: z.iso.date(),
  /** The reader holds it. */
  mine: z.boolean().optional(),
  /** Their last day, where they said that they would like to stop; only for readers who may know who it is. */
  steppingDownOn: z.iso.date().nullable().optional(),
});
export type GroupRoleView = z.infer<typeof GroupRoleView>;
export const GroupRolePage = pageOf(GroupRoleView);
export const NewGroupRole = z
  .strictObject({
    kind: GroupRoleKind,
    accountId: z.uuid().optional(),
    memberId: z.uuid().optional(),
    /** Needed when a site administrator does it for the group. */
    reason: GroupActReason.optional(),
  })
  .refine((r) => (r.accountId === undefined) !== (r.memberId === undefined), {
    path: ['accountId'],
    message: 'Give either an account or a member, not both.',
  });
export type NewGroupRole = z.infer<typeof NewGroupRole>;
/** Query of `DELETE /api/groups/:id/roles/:roleId`. */
export const EndGroupRole = z.strictObject({ reason: GroupActReason.optional() });
export type EndGroupRole = z.infer<typeof EndGroupRole>;
export const GroupMemberParam = z.strictObject({ id: z.uuid(), memberId: z.uuid() });
export const GroupRoleParam = z.strictObject({ id: z.uuid(), roleId: z.uuid() });
