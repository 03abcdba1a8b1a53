import type { EventName } from '@followon/shared/events/catalogue';
import { eventNames } from '@followon/shared/events/catalogue';
import type { Type } from '@nestjs/common';
import type { AnyReaction, Reactor } from './reaction.js';
import { reactors } from './reaction.js';

/** The reactions as objects: what one reactor does about one event. */
export class ReactionRegistry {
  private readonly byReactor = new Map<Reactor, Map<EventName, readonly AnyReaction[]>>();

  constructor(table: Readonly<Partial<Record<EventName, readonly AnyReaction[]>>>) {
    for (const reactor of reactors) {
      const mine = new Map<EventName, readonly AnyReaction[]>();
      for (const name of eventNames) {
        const reactions = (table[name] ?? []).filter((reaction) => reaction.reactor === reactor);
        if (reactions.length > 0) mine.set(name, reactions);
      }
      this.byReactor.set(reactor, mine);
    }
  }

  of(reactor: Reactor, name: EventName): readonly AnyReaction[] {
    return this.byReactor.get(reactor)?.get(name) ?? [];
  }

  reads(reactor: Reactor, name: EventName): boolean {
    return this.byReactor.get(reactor)?.has(name) ?? false;
  }

  /** Reactors that do something about at least one event; the others need no cursor. */
  get active(): readonly Reactor[] {
    return reactors.filter((reactor) => (this.byReactor.get(reactor)?.size ?? 0) > 0);
  }

  /** Every pair of a reactor and an event it reads. */
  get readings(): readonly { readonly reactor: Reactor; readonly name: EventName }[] {
    return this.active.flatMap((reactor) =>
      [...(this.byReactor.get(reactor)?.keys() ?? [])].map((name) => ({ reactor, name })),
    );
  }
}

export type ReactionTable = { readonly [N in EventName]: readonly Type<AnyReaction<N>>[] };

/**
 * @param find the provider of a class, or undefined
 * @throws Error naming every listed reaction without a provider: a worker that would skip events must not start.
 */
export function resolveReactions(
  table: ReactionTable,
  find: (type: Type<AnyReaction>) => AnyReaction | undefined,
): ReactionRegistry {
  const missing = new Set<string>();
  const resolved: Partial<Record<EventName, AnyReaction[]>> = {};
  for (const name of eventNames) {
    resolved[name] = (table[name] as readonly Type<AnyReaction>[]).flatMap((type) => {
      const reaction = find(type);
      if (!reaction) missing.add(type.name);
      return reaction ? [reaction] : [];
    });
  }
  if (missing.size > 0)
    throw new Error(`These reactions are listed but have no provider: ${[...missing].join(', ')}`);
  return new ReactionRegistry(resolved);
}
