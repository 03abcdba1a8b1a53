import type { Reason, ReasonKey } from '../health/facts.js';
import type { AlertCause } from './causes.js';

export type Verdict = 'useful' | 'not-useful' | 'wrong';

/** These say how a level came about, not why: nobody judges them. */
const NO_RULES: readonly ReasonKey[] = ['marks-changed', 'register-corrected', 'resting', 'carries-on'];

/** What a verdict counts for: the cause first, then the keys of the reasons, each once. */
export function rulesOf(cause: AlertCause, reasons: readonly Pick<Reason, 'key'>[]): string[] {
  const keys = reasons.map(({ key }) => key).filter((key) => !NO_RULES.includes(key));
  return [...new Set<string>([cause, ...keys])];
}

export type VerdictCount = {
  readonly rule: string;
  readonly useful: number;
  readonly notUseful: number;
  readonly wrong: number;
};

/** Counts by rule, in the order in which the rules are first met. */
export function countVerdicts(
  given: readonly { readonly verdict: Verdict; readonly rules: readonly string[] }[],
): VerdictCount[] {
  const counts = new Map<string, VerdictCount>();
  for (const { verdict, rules } of given)
    for (const rule of new Set(rules)) counts.set(rule, plusOne(counts.get(rule) ?? none(rule), verdict));
  return [...counts.values()];
}

const none = (rule: string): VerdictCount => ({ rule, useful: 0, notUseful: 0, wrong: 0 });

function plusOne(count: VerdictCount, verdict: Verdict): VerdictCount {
  return {
    ...count,
    useful: count.useful + Number(verdict === 'useful'),
    notUseful: count.notUseful + Number(verdict === 'not-useful'),
    wrong: count.wrong + Number(verdict === 'wrong'),
  };
}
