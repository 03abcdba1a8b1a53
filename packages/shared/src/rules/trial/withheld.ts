import type { Arm } from './assign.js';

/** Why a message that might have left did not: by chance, to learn whether it helps, or because it was found not to. */
export type TrialReason = 'withheld' | 'retired';

/** What trials at a site say to one occasion of a kind of message. */
export type TrialSays = { readonly trialId: string; readonly arm: Arm } | 'retired' | undefined;

interface Suppressed<R extends string> {
  readonly suppress: R;
}

/** Only what would have left is withheld: whoever gets nothing for another reason keeps that reason, and their arm. */
export function underTrial<S extends { readonly send: true }, R extends string>(
  decision: S | Suppressed<R>,
  says: TrialSays,
): S | Suppressed<R | TrialReason> {
  if (!('send' in decision)) return decision;
  if (says === 'retired') return { suppress: 'retired' };
  return says?.arm === 'withheld' ? { suppress: 'withheld' } : decision;
}

/** How a message remembers its trial: also one that left, and one that did not for another reason. */
export const trialColumns = (says: TrialSays) =>
  typeof says === 'object' ? { arm: says.arm, trial_id: says.trialId } : { arm: null, trial_id: null };
