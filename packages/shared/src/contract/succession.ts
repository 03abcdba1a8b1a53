import { z } from 'zod';
import { civilDate } from './civil-date.js';
import { GroupActReason, GroupRoleKind, GroupRoleView } from './groups.js';
import { PageQuery, pageOf } from './page.js';

/** `POST /api/groups/:id/role-offers`: somebody is asked to take a role. */
export const NewRoleOffer = z
  .strictObject({
    kind: GroupRoleKind,
    accountId: z.uuid().optional(),
    memberId: z.uuid().optional(),
    /** Needed when a site administrator does it for the group. */
    reason: GroupActReason.optional(),
  })
  .refine((offer) => (offer.accountId === undefined) !== (offer.memberId === undefined), {
    path: ['accountId'],
    message: 'Give either an account or a member, not both.',
  });
export type NewRoleOffer = z.infer<typeof NewRoleOffer>;

export const RoleOfferState = z.enum(['asked', 'accepted', 'declined', 'withdrawn']);

export const RoleOfferView = z.object({
  id: z.uuid(),
  groupId: z.uuid(),
  kind: GroupRoleKind,
  state: RoleOfferState,
  offeredAt: z.iso.datetime(),
  answeredAt: z.iso.datetime().nullable(),
  /** Who was asked; all null for readers who may not know. */
  asked: GroupRoleView.shape.holder,
  /** The reader is the one who was asked. */
  mine: z.boolean(),
});
export type RoleOfferView = z.infer<typeof RoleOfferView>;
/** `GET /api/groups/:id/role-offers`: those that wait for an answer. */
export const RoleOfferPage = pageOf(RoleOfferView);

/** `GET /api/role-offers`: what the reader is asked to be, and by which group. */
export const AskedRoleView = RoleOfferView.omit({ asked: true, mine: true }).extend({
  groupName: z.string(),
  siteName: z.string(),
});
export type AskedRoleView = z.infer<typeof AskedRoleView>;
export const AskedRolePage = pageOf(AskedRoleView);

/** Nobody has to say why they would rather not. */
export const AnswerRoleOffer = z.strictObject({ answer: z.enum(['accept', 'decline']) });
export type AnswerRoleOffer = z.infer<typeof AnswerRoleOffer>;
export const WithdrawRoleOffer = z.strictObject({ reason: GroupActReason.optional() });
export type WithdrawRoleOffer = z.infer<typeof WithdrawRoleOffer>;

/** `on`: the last day, today unless given. Until then they still hold the role. */
export const StepDown = z.strictObject({ on: civilDate.optional() });
export type StepDown = z.infer<typeof StepDown>;
/** How far ahead a step down may be announced. */
export const STEP_DOWN_DAYS = 56;

export const SuccessionView = z.object({
  id: z.uuid(),
  siteId: z.uuid(),
  siteName: z.string(),
  groupId: z.uuid(),
  groupName: z.string(),
  kind: GroupRoleKind,
  /** It has had none so far; otherwise the last one has gone. Never who, never why. */
  neverHadOne: z.boolean(),
  openedOn: z.iso.date(),
  stage: z.enum(['group', 'lead', 'site-admin']),
  /** The day by which whoever has it now acts; null while the group takes a break and the clock stands still. */
  actBy: z.iso.date().nullable(),
});
export type SuccessionView = z.infer<typeof SuccessionView>;

export const SuccessionQuery = PageQuery.extend({ site: z.uuid().optional() });
export type SuccessionQuery = z.infer<typeof SuccessionQuery>;
const count = z.int().min(0);
/** `counts` is of everything that the query finds, not of the page. */
export const SuccessionPage = pageOf(SuccessionView).extend({
  counts: z.object({ group: count, lead: count, 'site-admin': count }),
});
export type SuccessionPage = z.infer<typeof SuccessionPage>;
