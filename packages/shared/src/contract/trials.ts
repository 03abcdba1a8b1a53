import { z } from 'zod';
import { outcomes, trialKeys, ChosenTerms, TrialTerms } from '../rules/trial/facts.js';

export const TrialKeyView = z.enum(trialKeys);
export type TrialKeyView = z.infer<typeof TrialKeyView>;
export const TrialStateView = z.enum(['running', 'helps', 'retired', 'no-answer', 'stopped']);
export type TrialStateView = z.infer<typeof TrialStateView>;

export const TrialsQuery = z.strictObject({ site: z.uuid() });
export type TrialsQuery = z.infer<typeof TrialsQuery>;

export const StartTrial = z.strictObject({ siteId: z.uuid(), key: TrialKeyView, ...ChosenTerms.shape });
export type StartTrial = z.infer<typeof StartTrial>;

/** Why a message that was found to be of no use is sent again. */
export const switchOnReasons = ['groups-asked', 'things-have-changed', 'found-useful-elsewhere'] as const;
export const SwitchOn = z.strictObject({ reason: z.enum(switchOnReasons) });
export type SwitchOn = z.infer<typeof SwitchOn>;

/** `good` is null as long as no effect is shown: before each arm has the declared minimum. */
export const TrialArm = z.object({ units: z.int(), groups: z.int(), good: z.int().nullable() });
export type TrialArm = z.infer<typeof TrialArm>;

/** As shares from -1 to 1: with the message minus without. */
export const TrialDifference = z.object({ estimate: z.number(), low: z.number(), high: z.number() });
export type TrialDifference = z.infer<typeof TrialDifference>;

export const TrialView = z.object({
  id: z.uuid(),
  key: TrialKeyView,
  state: TrialStateView,
  /** What was declared before the start. */
  terms: TrialTerms,
  startedAt: z.iso.datetime(),
  /** No occasion joins from then on. */
  joinsUntil: z.iso.date(),
  endedAt: z.iso.datetime().nullable(),
  /** Occasions that joined, measured or not. */
  joined: z.int(),
  sent: TrialArm,
  withheld: TrialArm,
  difference: TrialDifference.nullable(),
  switchedOnAt: z.iso.datetime().nullable(),
  switchedOnWhy: z.enum(switchOnReasons).nullable(),
});
export type TrialView = z.infer<typeof TrialView>;

export const TrialKindView = z.object({
  key: TrialKeyView,
  outcome: z.enum(outcomes),
  withinDays: z.int(),
  /** Whether a trial of it may start now; a retired message has to be switched on first. */
  stands: z.enum(['sent', 'on-trial', 'retired']),
  /** How often it was due at this site in the last 52 weeks: how long a trial will take. */
  occasionsLastYear: z.int(),
});
export type TrialKindView = z.infer<typeof TrialKindView>;

/** A choice that a site may make, and how many occasions it takes at most. */
export const TrialOffer = z.object({
  withheldShare: z.number(),
  smallestEffect: z.number(),
  units: z.int(),
});
export type TrialOffer = z.infer<typeof TrialOffer>;

export const TrialsView = z.object({
  siteId: z.uuid(),
  siteName: z.string(),
  mayChange: z.boolean(),
  kinds: z.array(TrialKindView),
  offers: z.array(TrialOffer),
  /** Running ones first, then the latest. */
  trials: z.array(TrialView),
});
export type TrialsView = z.infer<typeof TrialsView>;
