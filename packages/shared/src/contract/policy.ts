import { z } from 'zod';
import { reasonKeys, ThresholdsSchema } from '../rules/health/facts.js';

/** The marks of a site, each alone within its bounds and all of them in order: a mark for more concern lies further out. */
export const PolicyThresholds = ThresholdsSchema.superRefine((marks, context) => {
  for (const { low, high, isStrict, message } of ORDER) {
    const isInOrder = isStrict ? marks[low] < marks[high] : marks[low] <= marks[high];
    if (!isInOrder) context.addIssue({ code: 'custom', path: [high], message });
  }
});
export type PolicyThresholds = z.infer<typeof ThresholdsSchema>;
export type MarkName = keyof PolicyThresholds;

interface Order {
  readonly low: MarkName;
  readonly high: MarkName;
  readonly isStrict: boolean;
  readonly message: string;
}

const ORDER: readonly Order[] = [
  {
    ...{ low: 'watchScore', high: 'fadingScore', isStrict: false },
    message: 'The score for fading cannot be lower than the score for watching. Make it the same or higher.',
  },
  {
    ...{ low: 'fadingScore', high: 'atRiskScore', isStrict: false },
    message: 'The score for at risk cannot be lower than the score for fading. Make it the same or higher.',
  },
  {
    ...{ low: 'fewLatelyShare', high: 'lowShare', isStrict: false },
    message:
      'The share for one poor meeting cannot be lower than the share for three. Make it the same or higher.',
  },
  {
    ...{ low: 'datesMissedForFading', high: 'datesMissedForAtRisk', isStrict: true },
    message: 'At risk needs more missed dates than fading. Make it at least one more.',
  },
];

export const PolicyQuery = z.strictObject({ site: z.uuid() });
export type PolicyQuery = z.infer<typeof PolicyQuery>;

/** `thresholds` null: back to the shipped marks. */
export const SavePolicy = z.strictObject({ siteId: z.uuid(), thresholds: PolicyThresholds.nullable() });
export type SavePolicy = z.infer<typeof SavePolicy>;

export const PolicyView = z.object({
  siteId: z.uuid(),
  siteName: z.string(),
  /** 0 until the site has saved something; the ETag. */
  version: z.int(),
  thresholds: ThresholdsSchema,
  /** The shipped marks. */
  defaults: ThresholdsSchema,
  /** Ready answers to how early one wants to hear; `shipped` are the shipped marks. */
  presets: z.object({ early: ThresholdsSchema, shipped: ThresholdsSchema, clear: ThresholdsSchema }),
  isDefault: z.boolean(),
  /** Kept with every level that these marks lead to. */
  parameterVersion: z.string(),
  savedAt: z.iso.datetime().nullable(),
  /** Whether the reader may change it and try other marks. */
  mayChange: z.boolean(),
  /** Whether each mark by itself, or only one of the presets: whoever moves single marks can count the people of a group. */
  maySetEach: z.boolean(),
});
export type PolicyView = z.infer<typeof PolicyView>;
export type PresetName = keyof PolicyView['presets'];

/** Two years tell of two winters. */
const MONTHS = 24;
const MOST_MONTHS = 60;
export const ReplayPolicy = z.strictObject({
  siteId: z.uuid(),
  thresholds: PolicyThresholds,
  months: z.int().min(1).max(MOST_MONTHS).default(MONTHS),
});
export type ReplayPolicy = z.infer<typeof ReplayPolicy>;

export const WhatFollowedView = z.enum([
  'met-again',
  'few-came',
  'went-quiet',
  'rested',
  'closed',
  'too-soon',
]);
export type WhatFollowedView = z.infer<typeof WhatFollowedView>;

const ReasonKeyView = z.enum(reasonKeys);

/** A time during which the group stood, or would have stood, at fading or above. */
export const FlagView = z.object({
  on: z.iso.date(),
  level: z.enum(['fading', 'at-risk']),
  reasonKeys: z.array(ReasonKeyView),
  until: z.iso.date().nullable(),
  whatFollowed: WhatFollowedView,
});
export type FlagView = z.infer<typeof FlagView>;

export const ReplayedAlert = z.object({
  cause: z.enum(['fading', 'at-risk', 'gone-quiet']),
  openedOn: z.iso.date(),
  /** When it was withdrawn, or settled by people. */
  withdrawnOn: z.iso.date().nullable(),
  reasonKeys: z.array(ReasonKeyView),
});
export type ReplayedAlert = z.infer<typeof ReplayedAlert>;

export const ReplayedGroup = z.object({
  groupId: z.uuid(),
  name: z.string(),
  flags: z.array(FlagView),
  alerts: z.array(ReplayedAlert),
});
export type ReplayedGroup = z.infer<typeof ReplayedGroup>;

export const ReplayTotals = z.object({
  groupsFlagged: z.int(),
  flags: z.int(),
  /**
   * Flags after which the group closed, rested, went quiet or met with fewer than three, within eight weeks. For readers of
   * totals only, a meeting is a meeting: with how many is counted on neither side.
   */
  flaggedAndNeededAHand: z.int(),
  alerts: z.int(),
  /** Alerts that opened / weeks / clinicians; null where the site has no clinician. */
  alertsPerClinicianPerWeek: z.number().nullable(),
  /** Flags after which three or more people met again within eight weeks / group-years; null before there are any. */
  falseEdgesPerGroupYear: z.number().nullable(),
});
export type ReplayTotals = z.infer<typeof ReplayTotals>;

/**
 * `groups`: only those that were flagged or alerted; the others are in `groups` of the whole answer. Null for readers who
 * are not told how many came to a group, and therefore get totals only.
 */
export const ReplaySide = z.object({
  thresholds: ThresholdsSchema,
  totals: ReplayTotals,
  groups: z.array(ReplayedGroup).nullable(),
});
export type ReplaySide = z.infer<typeof ReplaySide>;

/** What would have been flagged, by the saved marks and by others, on the site's own history: what happened, no promise. */
export const PolicyReplay = z.object({
  siteId: z.uuid(),
  from: z.iso.date(),
  to: z.iso.date(),
  weeks: z.number(),
  /** Groups with any history in this time. */
  groups: z.int(),
  groupYears: z.number(),
  clinicians: z.int(),
  now: ReplaySide,
  proposed: ReplaySide,
  /** Some registers were corrected later: of those only the corrected word is known. */
  corrected: z.boolean(),
  correctedRegisters: z.int(),
  /** Came with an import: replayed as if each had been written down on its own day. */
  importedRegisters: z.int(),
});
export type PolicyReplay = z.infer<typeof PolicyReplay>;
