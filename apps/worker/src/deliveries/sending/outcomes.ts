import type { Trouble } from '@followon/shared/rules/nudge/delivery-reasons';
import { MOST_TRIES, tryAgainInMs } from '@followon/shared/rules/nudge/try-again';
import type { Answer } from '../channels/messenger.js';
import type { Ready } from './decide-lot.js';
import type { Step } from './steps.js';

/** `not-tried`: its turn came too long after it was weighed, or after its hours; it is weighed anew instead. */
export type Outcome = Answer | { readonly kind: 'not-tried' };

export interface Answered {
  readonly ready: Ready;
  readonly outcome: Outcome;
}

/** How a delivery stands after a try (reliability: queued, sent, dead or unknown). */
export interface After {
  readonly state: 'sent' | 'queued' | 'dead' | 'unknown';
  readonly reason: Trouble | null;
  readonly providerRef: string | null;
  /** From now. */
  readonly againInMs: number | null;
  /** Whether this counts as one of the few tries that a message has. */
  readonly counts: boolean;
  readonly step: Step['what'] | null;
  readonly noSuchPlace: boolean;
}

const base = { reason: null, providerRef: null, againInMs: null, counts: true, noSuchPlace: false } as const;

/** Our clock goes in whole seconds: sooner it could show the moment at which the message was weighed. */
const ANEW_MS = 1_000;

/** @param chance from 0 to 1, drawn anew each time */
export function after({ ready, outcome }: Answered, chance: number): After {
  const tries = ready.claimed.tries + 1;
  switch (outcome.kind) {
    case 'sent':
      return { ...base, state: 'sent', providerRef: outcome.providerRef, step: 'handed-over' };
    case 'not-tried':
      return { ...base, state: 'queued', againInMs: ANEW_MS, counts: false, step: null };
    case 'rate-limited':
      return { ...later('rate-limited', outcome.retryAfterS * 1_000), counts: false };
    case 'refused':
      return refused(outcome, tries, chance);
    case 'no-answer':
      if (ready.messenger.dedupes) return again(outcome.reason, tries, chance);
      return { ...base, state: 'unknown', reason: outcome.reason, step: 'unknown' };
    case 'never':
      return never(outcome, tries);
  }
}

const later = (reason: Trouble, againInMs: number): After => ({
  ...{ ...base, state: 'queued', reason, againInMs, step: 'retry' },
});

const dead = (reason: Trouble): After => ({ ...base, state: 'dead', reason, step: 'dead' });

const again = (reason: Trouble, tries: number, chance: number): After =>
  tries >= MOST_TRIES ? dead(reason) : later(reason, tryAgainInMs(tries, chance));

/** That nobody is there is not this message's failing. */
const refused = (
  { reason, outage }: Extract<Answer, { kind: 'refused' }>,
  tries: number,
  chance: number,
): After =>
  outage ? { ...later(reason, tryAgainInMs(1, chance)), counts: false } : again(reason, tries, chance);

/** Where nobody lives at an address, another way may still reach the person: it is looked for at once. */
function never({ reason, noSuchPlace }: Extract<Answer, { kind: 'never' }>, tries: number): After {
  const hasOtherWays = noSuchPlace === true && tries < MOST_TRIES;
  if (!hasOtherWays) return { ...dead(reason), noSuchPlace: noSuchPlace === true };
  return { ...later(reason, 0), step: 'refused', noSuchPlace: true };
}
