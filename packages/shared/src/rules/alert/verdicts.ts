import type { Reason, ReasonKey } from '../health/facts.js';
import type { AlertCause } from './causes.js';

/** These say how a level came about, not why: nobody judges them. */
const NO_RULES: readonly ReasonKey[] = ['marks-changed', 'register-corrected', 'resting', 'carries-on'];

/** What a verdict counts for: the cause first, then the keys of the reasons, each once. */
export function rulesOf(cause: AlertCause, reasons: readonly Pick<Reason, 'key'>[]): string[] {
  const keys = reasons.map(({ key }) => key).filter((key) => !NO_RULES.includes(key));
  return [...new Set<string>([cause, ...keys])];
}
