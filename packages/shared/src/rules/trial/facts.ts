import { z } from 'zod';

/**
 * What a kind of message is meant to bring about, read from what the group did and never from what anybody felt:
 * - `register`: somebody said how the meeting went, whatever the answer;
 * - `heard-of`: the group said anything at all, planned a date, or took a rest;
 * - `role-taken`: somebody took on a role;
 * - `met-or-rests`: the group met, or said that it takes a rest.
 */
export const outcomes = ['register', 'heard-of', 'role-taken', 'met-or-rests'] as const;
export type Outcome = (typeof outcomes)[number];

/** The only kinds that may be withheld by chance; kinds.ts says what is measured of each, and makes sure of it. */
export const trialKeys = [
  'how_was_it',
  'register_missing',
  'did_you_meet',
  'hand_round_roles',
  'winter_note',
] as const;

/** What a site chooses. Half is best; whoever withholds fewer waits longer. */
export const ChosenTerms = z.strictObject({
  withheldShare: z.number().min(0.25).max(0.5),
  /** The smallest difference that would make the message worth sending, as a share of all occasions. */
  smallestEffect: z.number().min(0.1).max(0.3),
  mostWeeks: z.int().min(12).max(104),
});
export type ChosenTerms = z.infer<typeof ChosenTerms>;

/** Written down before the first message is withheld, and never changed afterwards. */
export const TrialTerms = z.object({
  ...ChosenTerms.shape,
  outcome: z.enum(outcomes),
  withinDays: z.int().min(1),
  mostUnits: z.int().min(1),
  /** No effect is shown, and no end is called, before each arm has as many. */
  minimumPerArm: z.int().min(1),
  /** At most this share of trials of a useless message say that it helps, and of a worthwhile one that it does not. */
  falseHelps: z.number(),
  falseRetired: z.number(),
  /** At least this share of trials of a message that is just worthwhile say that it helps. */
  power: z.number(),
  method: z.literal('always-valid-1'),
});
export type TrialTerms = z.infer<typeof TrialTerms>;
