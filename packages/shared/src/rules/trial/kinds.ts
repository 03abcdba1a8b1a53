import type { nudges } from '../nudge/nudges.js';
import type { Outcome, trialKeys } from './facts.js';

export interface TrialKind {
  readonly outcome: Outcome;
  /** Calendar days after the day that the message is about, within which it counts. */
  readonly withinDays: number;
}

/** Messages that nobody may be left without: tasks, alerts, reminders and thanks, and whatever a person opted into. */
type NeverWithheld = Extract<
  (typeof nudges)[number],
  | { readonly purpose: 'handover-task' | 'staff-alert' | 'meeting-reminder' | 'thanks' }
  | { readonly needsOptIn: true }
  | { readonly key: 'would_a_hand_help' | 'are_you_ready' | `merge_${string}` | `role_${string}` }
>['key'];

/** The compiler refuses a kind below that becomes one of those that nobody may be left without. */
export type TrialKey = Exclude<(typeof trialKeys)[number], NeverWithheld>;

/**
 * The only kinds that may be withheld by chance: questions that Followon asks of its own accord, without which a group
 * loses nothing that it asked for. Source of the days: the use-by of each message and docs/decisions/0031.
 */
export const trialKinds: { readonly [K in TrialKey]: TrialKind } = {
  how_was_it: { outcome: 'register', withinDays: 7 },
  register_missing: { outcome: 'register', withinDays: 10 },
  did_you_meet: { outcome: 'heard-of', withinDays: 14 },
  hand_round_roles: { outcome: 'role-taken', withinDays: 28 },
  winter_note: { outcome: 'met-or-rests', withinDays: 42 },
};

/** What is measured of this message; `undefined` for every message that may never be withheld. */
export const trialKindOf = (key: string): TrialKind | undefined =>
  Object.hasOwn(trialKinds, key) ? trialKinds[key as TrialKey] : undefined;
