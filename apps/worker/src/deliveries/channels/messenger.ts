import type { Letter } from '@followon/shared/messages/written/letter';
import type { Trouble } from '@followon/shared/rules/nudge/delivery-reasons';

/** What leaves: to whom, the words, and the key under which it may be asked again. Nothing of it is kept. */
export interface Outgoing {
  readonly idemKey: string;
  readonly deliveryId: string;
  /** An e-mail address, a telephone number, or what a browser gave for push. */
  readonly to: string;
  readonly letter: Letter;
}

/** `reason` is always a code: what providers say may hold addresses. */
export type Answer =
  | { readonly kind: 'sent'; readonly providerRef: string | null }
  /** It did not leave. `outage`: nobody is there, which is not this message's failing. */
  | { readonly kind: 'refused'; readonly reason: Trouble; readonly outage?: true }
  | { readonly kind: 'rate-limited'; readonly retryAfterS: number }
  /** Another try would change nothing. `noSuchPlace`: nor would another message to this address. */
  | { readonly kind: 'never'; readonly reason: Trouble; readonly noSuchPlace?: true }
  /** It may have left. */
  | { readonly kind: 'no-answer'; readonly reason: Trouble };

export interface Limits {
  readonly perSecond: number;
  /** How many may go at once after a quiet time. */
  readonly burst: number;
  /** In flight at a time, for each worker. */
  readonly atOnce: number;
}

/** A way for messages to leave. The outside world is behind this and nowhere else. */
export interface Messenger {
  readonly name: string;
  readonly way: 'screen' | 'email' | 'sms' | 'push';
  /** Whether a repeat under the same key reaches nobody twice; if not, a lost answer ends in `unknown`, never in a blind repeat. */
  readonly dedupes: boolean;
  /** Undefined: as fast as we can. */
  readonly limits?: Limits;
  send(message: Outgoing): Promise<Answer>;
  close?(): void;
}

/** Token of the list of messengers. */
export const MESSENGERS = Symbol('messengers');

/** The on-screen outbox of the demo: the row is the message, nothing leaves the machine. */
export const outbox: Messenger = {
  ...{ name: 'outbox', way: 'screen', dedupes: true },
  send: async ({ deliveryId }) => ({ kind: 'sent', providerRef: deliveryId }),
};

export const SEND_TIMEOUT_MS = 10_000;
