import type { Effect } from './effect.js';
import type { TrialTerms } from './facts.js';

export type Verdict = 'helps' | 'retired' | 'no-answer';

interface Progress {
  readonly effect: Effect;
  /** The declared weeks are over, and the last occasion of them has been measured. */
  readonly isTimeUp: boolean;
}

/**
 * Whether a trial is over, looked at after each measurement:
 * - it helps: the whole interval lies above nothing;
 * - it is retired: the whole interval lies below the smallest effect that would be worth a message;
 * - there is no answer: neither, and no more occasions or weeks are left.
 */
export function verdictOf({ effect, isTimeUp }: Progress, terms: TrialTerms): Verdict | undefined {
  const { sent, withheld, difference } = effect;
  if (difference && difference.low > 0) return 'helps';
  if (difference && difference.high < terms.smallestEffect) return 'retired';
  return isTimeUp || sent.units + withheld.units >= terms.mostUnits ? 'no-answer' : undefined;
}
