import { z } from 'zod';

/** The health levels of a group, in rising order of concern. `watch` stays inside: no message leaves because of it. */
export const levels = ['steady', 'watch', 'fading', 'at-risk'] as const;
export type Level = (typeof levels)[number];

/** Position of a level in rising order: 0 is steady. */
export const levelRank = (level: Level): number => levels.indexOf(level);

/**
 * One date of a group. `missing`: it took place or was due, but there is no register.
 * `not-held`: people said it did not happen. `reason` is never read by a rule and never leaves in a finding.
 */
export type MeetingFact = {
  readonly meetingId: string;
  readonly on: string;
  readonly outcome: 'planned' | 'held' | 'not-held' | 'missing';
  readonly headcount: number | null;
  /** True when only a number was noted: counts are updated, members are not. */
  readonly headcountOnly?: boolean;
  /** Who was present, as opaque references without repeats. Left out when only a number was noted. */
  readonly attendees?: readonly string[];
  /** How many said "not this time" beforehand: they count as half present in the attendance rules. */
  readonly apologies?: number;
  /** How many came for the first time, where it was noted; otherwise first-timers are seen from the attendees. */
  readonly newcomers?: number | null;
  readonly reason?: string | null;
};

/** A declared break: from its first day up to, and not including, `until`, the first day back. */
export type Rest = { readonly from: string; readonly until: string | null };

export type Cadence = 'weekly' | 'fortnightly' | 'monthly' | 'irregular';

/** What a group says about itself. Each is the word of a role holder, never inferred. */
export const reportedKinds = ['help-asked', 'venue-lost', 'conflict', 'one-carries'] as const;
export type ReportedKind = (typeof reportedKinds)[number];

/** Reported on a day and, once it is settled, no longer true from `until` on. */
export type ReportedFact = {
  readonly kind: ReportedKind;
  readonly on: string;
  readonly until: string | null;
};

/** How many people held a role in the group, and how many were its contact people, from a day on. */
export type RoleCount = { readonly on: string; readonly holders: number; readonly contacts: number };

/** Everything the engine may know about a group. `meetings` are sorted by date; so are `reported` and `roles`. */
export type GroupHistory = {
  readonly cadence: Cadence;
  readonly meetings: readonly MeetingFact[];
  readonly rests: readonly Rest[];
  readonly reported?: readonly ReportedFact[];
  /** Left out where nobody keeps roles: then they say nothing. */
  readonly roles?: readonly RoleCount[];
  /** False when the group has chosen to take nobody new: then nobody is missed. */
  readonly welcomesNew?: boolean;
};

/**
 * The marks a site may set for itself. Scores are chances from 0 to 1, shares are of what is usual, the rest are days,
 * usual gaps, dates and people.
 */
export const ThresholdsSchema = z
  .strictObject({
    watchScore: z.number().min(0.01).max(0.99),
    fadingScore: z.number().min(0.01).max(0.99),
    atRiskScore: z.number().min(0.01).max(0.99),
    lowShare: z.number().min(0.3).max(0.95),
    fewLatelyShare: z.number().min(0.3).max(0.95),
    silentDays: z.int().min(14).max(180),
    silentGaps: z.number().min(1).max(6),
    datesMissedForFading: z.int().min(1).max(6),
    datesMissedForAtRisk: z.int().min(1).max(8),
    tooFewPeople: z.int().min(2).max(6),
  })
  .readonly();
export type Thresholds = z.infer<typeof ThresholdsSchema>;

/**
 * `register-corrected` is given by whoever withdraws a level after a correction, `carries-on` by whoever finds that most
 * of a silent group's people meet under another name, `marks-changed` by whoever judges a group by other marks or another
 * engine than before; the others come from the engine.
 */
export const reasonKeys = [
  'below-70-twice',
  'below-60',
  'under-3',
  'silent',
  'long-silent',
  'dates-missed',
  'cancelled-twice',
  'few-lately',
  'few-likely',
  'long-gap',
  'cusum',
  'registers-missing',
  'help-asked',
  'venue-lost',
  'conflict',
  'one-carries',
  'roles-vacant',
  'nobody-new',
  'register-corrected',
  'carries-on',
  'marks-changed',
  'resting',
] as const;
export type ReasonKey = (typeof reasonKeys)[number];

/** Why a level holds: keys, numbers, dates and ids only. Words are made where it is shown. */
export const ReasonSchema = z
  .strictObject({
    key: z.enum(reasonKeys),
    usual: z.number().min(0).optional(),
    recent: z.array(z.int().min(0)).readonly().optional(),
    lastOn: z.iso.date().optional(),
    expectedOn: z.iso.date().optional(),
    gapDays: z.int().min(0).optional(),
    usualGapDays: z.number().min(1).optional(),
    /** How many are likely at the next meeting. */
    likely: z.number().min(0).optional(),
    /** Of how many registers. */
    count: z.int().min(0).optional(),
    of: z.int().min(0).optional(),
    /** Since when it has been so. */
    sinceOn: z.iso.date().optional(),
    /** It spoke of the meetings up to this day; later ones no longer bear it out, and the level falls slowly. */
    upToOn: z.iso.date().optional(),
    meetingIds: z.array(z.guid()).readonly(),
  })
  .readonly();
export type Reason = z.infer<typeof ReasonSchema>;

/** How many may come: four times in five between `low` and `high`. */
export type Expected = { readonly low: number; readonly likely: number; readonly high: number };

/**
 * What would bring the level down again. `headcount` goes with meetings only: two with that many or, where two would need
 * more people than usually come, some with the usual number.
 */
export const ClearsWhenSchema = z
  .strictObject({
    key: z.enum([
      'two-meetings-with',
      'some-meetings-with',
      'any-news',
      'next-meeting-held',
      'settled',
      'role-taken',
    ]),
    headcount: z.int().min(1).optional(),
  })
  .readonly();
export type ClearsWhen = z.infer<typeof ClearsWhenSchema>;
