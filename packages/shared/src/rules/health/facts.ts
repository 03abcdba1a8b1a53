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
  /** True when only a number was noted; the rules do not care, the turnout strip shows it. */
  readonly headcountOnly?: boolean;
  readonly reason?: string | null;
};

/** A declared break: from its first day up to, and not including, `until`, the first day back. */
export type Rest = { readonly from: string; readonly until: string | null };

export type Cadence = 'weekly' | 'fortnightly' | 'monthly' | 'irregular';

/** Everything the engine may know about a group. `meetings` are sorted by date. */
export type GroupHistory = {
  readonly cadence: Cadence;
  readonly meetings: readonly MeetingFact[];
  readonly rests: readonly Rest[];
};

/** `register-corrected` is given by whoever withdraws a level after a correction; the others come from the engine. */
export const reasonKeys = [
  'below-70-twice',
  'below-60',
  'under-3',
  'silent',
  'long-silent',
  'dates-missed',
  'cancelled-twice',
  'register-corrected',
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
    meetingIds: z.array(z.guid()).readonly(),
  })
  .readonly();
export type Reason = z.infer<typeof ReasonSchema>;

/**
 * What would bring the level down again. `headcount` goes with meetings only: two with that many or, where two would need
 * more people than usually come, some with the usual number.
 */
export const ClearsWhenSchema = z
  .strictObject({
    key: z.enum(['two-meetings-with', 'some-meetings-with', 'any-news', 'next-meeting-held']),
    headcount: z.int().min(1).optional(),
  })
  .readonly();
export type ClearsWhen = z.infer<typeof ClearsWhenSchema>;
