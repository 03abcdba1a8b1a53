import type { MessageLink } from './message-links.js';

/** What a channel is given: a reference under which it may be asked again, ids and links. Never words: those are made at the edge. */
interface Outgoing {
  readonly idemKey: string;
  readonly deliveryId: string;
  readonly nudgeKey: string;
  /** Kept nowhere: the outbox of the demo derives them again. */
  readonly links: readonly MessageLink[];
}

export type Sent =
  | { readonly sent: true; readonly providerRef: string | null }
  | { readonly sent: false; readonly reason: string };

/** A way for messages to leave. The outside world is behind this and nowhere else. */
export interface Channel {
  readonly name: string;
  /** Whether a repeat under the same key reaches nobody twice; if not, a lost answer ends in `unknown`, never in a blind repeat. */
  readonly dedupes: boolean;
  send(message: Outgoing): Promise<Sent>;
}

/** Token of the list of channels. */
export const CHANNELS = Symbol('channels');

/** The on-screen outbox: the row is the message, nothing leaves the machine. */
export const outbox: Channel = {
  name: 'outbox',
  dedupes: true,
  send: async ({ deliveryId }) => ({ sent: true, providerRef: deliveryId }),
};
