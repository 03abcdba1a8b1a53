import type { DomainEvent, EventName, Payload } from '@followon/shared/events/catalogue';
import type { StreamKind } from '@followon/shared/events/envelope';
import type { EntityManager } from 'typeorm';

/**
 * The readers of the ledger, in the order in which they read a batch: a later one may look at what an earlier one
 * has written. Each has its own cursor on each stream, so a broken one does not hold the others back.
 */
export const reactors = ['health', 'handover', 'alerts', 'nudges', 'live'] as const;
export type Reactor = (typeof reactors)[number];

/** Why nothing happened is worth keeping: it is what support staff ask first. */
export type Outcome = { readonly did: string } | { readonly skipped: string };

/** A fact that follows from another: it inherits that one's site and origin, and names it as its cause. */
export interface FollowOn<N extends EventName> {
  readonly because: DomainEvent;
  readonly name: N;
  readonly payload: Payload<N>;
  /** Another stream than the cause's own. */
  readonly stream?: { readonly id: string; readonly kind: StreamKind };
}

/** What a reaction may touch: everything it writes commits together with its reactor's cursor, or not at all. */
export interface Within {
  readonly manager: EntityManager;
  /** Business time; never before the moment at which the events being read happened. */
  readonly now: Date;
  /** Answers the new event's id; the event itself is written at the end of the transaction. */
  readonly append: <N extends EventName>(fact: FollowOn<N>) => string;
  /** A write on its way that nobody need wait for before the next statement; what it throws, the batch throws at its end. */
  readonly later: (write: Promise<unknown>) => void;
  /** Tells open dashboards, once the transaction has committed, that this stream has changed. */
  readonly push: () => void;
}

interface Named {
  readonly reactor: Reactor;
  /** Kept with every outcome; never changes once it is stored. */
  readonly name: string;
}

/** Throw to be retried. */
export interface Reaction<N extends EventName = EventName> extends Named {
  react(event: DomainEvent<N>, within: Within): Promise<Outcome>;
}

/** A reaction that takes a whole run of its stream's events at once, so that what they are about is loaded once. */
export interface Folding<N extends EventName = EventName> extends Named {
  /** At least one event. The outcome is kept with the last one; undefined when it is not worth keeping. */
  fold(events: readonly DomainEvent<N>[], within: Within): Promise<Outcome | undefined>;
}

export type AnyReaction<N extends EventName = EventName> = Reaction<N> | Folding<N>;

export const isFolding = (reaction: AnyReaction): reaction is Folding => 'fold' in reaction;
