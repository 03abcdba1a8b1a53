import type { DomainEvent } from '@followon/shared/events/catalogue';
import { isEventName } from '@followon/shared/events/catalogue';
import type { Batch } from './batch.js';
import type { AnyReaction, Reactor } from './reaction.js';
import { isFolding } from './reaction.js';
import type { ReactionRegistry } from './registry.js';
import type { Read } from './stored-events.js';
import type { StreamView } from './stream-view.js';

/** One reactor's part of a batch: of the events between `from` and `upTo` those that it reads. */
export interface Share {
  readonly reactor: Reactor;
  readonly attempts: number;
  readonly from: number;
  readonly upTo: number;
  readonly events: readonly Read[];
}

export function sharesOf({ cursors, events }: StreamView, registry: ReactionRegistry): Share[] {
  const upTo = events.at(-1)?.seq ?? 0;
  return cursors
    .filter(({ lastSeq }) => lastSeq < upTo)
    .map(({ reactor, lastSeq, attempts }) => ({
      ...{ reactor, attempts, from: lastSeq, upTo },
      events: events.filter((read) => read.seq > lastSeq && concerns(read, reactor, registry)),
    }));
}

/** Nobody knows who reads an unknown event, so it stops everybody: a mixed version must not skip facts. */
export const concerns = (read: Read, reactor: Reactor, registry: ReactionRegistry): boolean =>
  isEventName(read.name) ? registry.reads(reactor, read.name) : true;

interface Run {
  readonly reactions: readonly AnyReaction[];
  readonly events: DomainEvent[];
}

/**
 * Runs a reactor's reactions over its events in order, those after `lastSeq` only.
 * @throws Error when the catalogue does not understand an event, and whatever a reaction throws.
 */
export async function runShare(
  share: Share,
  lastSeq: number,
  { batch, registry }: { batch: Batch; registry: ReactionRegistry },
): Promise<void> {
  const reads = share.events.filter(({ seq }) => seq > lastSeq);
  for (const run of runsOf(reads, share.reactor, registry)) await runOnce(run, batch);
}

/** Neighbours with the same reactions make one run when one of these folds. */
function runsOf(reads: readonly Read[], reactor: Reactor, registry: ReactionRegistry): Run[] {
  const runs: Run[] = [];
  for (const read of reads) {
    if ('fault' in read) throw new Error(`${read.name}: ${read.fault}`);
    const reactions = registry.of(reactor, read.event.name);
    const last = runs.at(-1);
    if (last && isSame(last.reactions, reactions) && reactions.some(isFolding)) last.events.push(read.event);
    else runs.push({ reactions, events: [read.event] });
  }
  return runs;
}

const isSame = (some: readonly AnyReaction[], others: readonly AnyReaction[]): boolean =>
  some.length === others.length && some.every((reaction, index) => reaction === others[index]);

async function runOnce({ reactions, events }: Run, batch: Batch): Promise<void> {
  const last = events.at(-1) as DomainEvent;
  for (const reaction of reactions) {
    if (isFolding(reaction)) {
      batch.keep(reaction, last, await reaction.fold(events, batch));
      continue;
    }
    for (const event of events) batch.keep(reaction, event, await reaction.react(event, batch));
  }
}
