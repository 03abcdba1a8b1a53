import { z } from 'zod';
import { escalationStages, NOBODY_HAS_ROLE, skipReasons } from '../rules/handover/escalation-facts.js';

/** How a site runs its handovers: calendar days until others hear of a late task, and how few people make a group of their own. */
export const HandoverTerms = z
  .strictObject({
    leadAfterDays: z.int().min(0).max(60),
    adminAfterDays: z.int().min(0).max(90),
    /** Fewer people than this who want a group: join or merge is suggested. */
    minimumInterest: z.int().min(2).max(20),
  })
  .refine(({ leadAfterDays, adminAfterDays }) => leadAfterDays <= adminAfterDays, {
    path: ['adminAfterDays'],
    message: 'The administrator cannot hear of it before the volunteer lead. Make it the same or more days.',
  });
export type HandoverTerms = z.infer<typeof HandoverTerms>;

export const HandoverPolicyQuery = z.strictObject({ site: z.uuid() });
export type HandoverPolicyQuery = z.infer<typeof HandoverPolicyQuery>;

export const SaveHandoverPolicy = z.strictObject({ siteId: z.uuid(), terms: HandoverTerms });
export type SaveHandoverPolicy = z.infer<typeof SaveHandoverPolicy>;

export const HandoverPolicyView = z.object({
  siteId: z.uuid(),
  siteName: z.string(),
  terms: HandoverTerms,
  defaults: HandoverTerms,
  mayChange: z.boolean(),
  savedAt: z.iso.datetime().nullable(),
  /** 0 before anything was saved. */
  version: z.int(),
});
export type HandoverPolicyView = z.infer<typeof HandoverPolicyView>;

export const EscalationStage = z.enum(escalationStages);
export type EscalationStage = z.infer<typeof EscalationStage>;

/** Why a stage is left out, as whoever leaves it out says. */
export const SkipReason = z.enum(skipReasons);
export type SkipReason = z.infer<typeof SkipReason>;
export const SkipStage = z.strictObject({ reason: SkipReason });
export type SkipStage = z.infer<typeof SkipStage>;
export const StageParam = z.strictObject({ id: z.uuid(), stage: EscalationStage });

/** A clock of a late task: who hears of it, when, and whether that has happened or was left out. */
export const TaskStage = z.object({
  stage: EscalationStage,
  on: z.iso.date(),
  reachedAt: z.iso.datetime().nullable(),
  skippedBecause: z.enum([...skipReasons, NOBODY_HAS_ROLE]).nullable(),
});
export type TaskStage = z.infer<typeof TaskStage>;
