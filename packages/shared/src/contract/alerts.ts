import { z } from 'zod';
import { ReasonSchema } from '../rules/health/facts.js';
import { Turnout } from './health.js';
import { PageQuery, pageOf } from './page.js';

export const AlertCauseView = z.enum(['fading', 'at-risk', 'gone-quiet']);
export const AlertState = z.enum(['open', 'acknowledged', 'withdrawn', 'resolved']);
export const AlertOutcome = z.enum([
  'called',
  'volunteer-called',
  'group-is-fine',
  'resting',
  'closing-well',
  'other',
]);
export const AlertUseful = z.enum(['useful', 'not-useful', 'wrong', 'not-applicable']);

export const AlertView = z.object({
  id: z.uuid(),
  siteId: z.uuid(),
  siteName: z.string(),
  groupId: z.uuid().nullable(),
  groupName: z.string().nullable(),
  programmeId: z.uuid().nullable(),
  cause: AlertCauseView,
  state: AlertState,
  reasons: z.array(ReasonSchema),
  openedAt: z.iso.datetime(),
  acknowledgedAt: z.iso.datetime().nullable(),
  closedAt: z.iso.datetime().nullable(),
  withdrawnBecause: z.string().nullable(),
  outcome: AlertOutcome.nullable(),
  turnout: Turnout.nullable(),
  mayAct: z.boolean(),
});
export type AlertView = z.infer<typeof AlertView>;
export const AlertPage = pageOf(AlertView);
export const AlertQuery = PageQuery.extend({
  state: AlertState.optional(),
  site: z.uuid().optional(),
  group: z.uuid().optional(),
});
export type AlertQuery = z.infer<typeof AlertQuery>;
export const ResolveAlert = z.strictObject({ outcome: AlertOutcome, useful: AlertUseful.optional() });
export type ResolveAlert = z.infer<typeof ResolveAlert>;
