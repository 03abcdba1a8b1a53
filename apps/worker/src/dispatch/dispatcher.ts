import { inTransaction, openTransaction } from '@followon/shared/db/transaction';
import { Inject, Injectable } from '@nestjs/common';
import type { DataSource, EntityManager } from 'typeorm';
import type { WorkerEnv } from '../env.js';
import { inBrief, log } from '../log.js';
import { ENV, WORKER_DB } from '../tokens.js';
import { Batch, Overtaken } from './batch.js';
import { lockCursors, passBy, recordFailure } from './cursors.js';
import type { Reactor } from './reaction.js';
import { ReactionRegistry } from './registry.js';
import { RelayWaker } from './relay-waker.js';
import { retryInMs } from './retry.js';
import type { Share } from './share.js';
import { concerns, runShare, sharesOf } from './share.js';
import type { Read } from './stored-events.js';
import type { StreamView } from './stream-view.js';
import { BATCH, viewStream } from './stream-view.js';

const MOST_ATTEMPTS = 5;

interface How {
  readonly now: Date;
  /** What follows on the stream is read in the same transaction. */
  readonly readsAhead: boolean;
}

/**
 * Reads streams and lets the reactors do what follows, each event's effects exactly once and in order. Any number of
 * workers may drain one stream at the same time: the row lock on the cursors is all that keeps them apart.
 */
@Injectable()
export class Dispatcher {
  constructor(
    @Inject(WORKER_DB) private readonly database: DataSource,
    private readonly registry: ReactionRegistry,
    @Inject(ENV) private readonly env: Pick<WorkerEnv, 'RETRY_BASE_MS'>,
    @Inject(RelayWaker) private readonly relay: Pick<RelayWaker, 'wake'>,
  ) {}

  /** Returns when every reactor that is neither blocked nor waiting to try again has read the stream to its end. */
  async drainStream(streamId: string, now: Date): Promise<void> {
    let more = true;
    while (more) more = await this.pass(streamId, now);
  }

  private async pass(streamId: string, now: Date): Promise<boolean> {
    const view = await this.view(streamId);
    if (!view) return false;
    const shares = sharesOf(view, this.registry);
    const isFull = view.events.length === BATCH;
    if (shares.every(({ events }) => events.length === 0)) {
      await passBy(this.database.manager, view, new Map(shares.map(({ reactor, upTo }) => [reactor, upTo])));
      return isFull;
    }
    return (await this.readAll(view, shares, { now, readsAhead: true })) || isFull;
  }

  private async view(streamId: string): Promise<StreamView | undefined> {
    const runner = this.database.createQueryRunner();
    try {
      return await viewStream(runner.manager, streamId, this.registry.active);
    } finally {
      await runner.release();
    }
  }

  /**
   * One transaction for all reactors and for what follows on the stream; when one of them throws, one for each, so
   * that it hurts nobody else. Answers whether there may be more to read.
   */
  private async readAll(view: StreamView, shares: readonly Share[], how: How): Promise<boolean> {
    const healthy = shares.filter(({ attempts }) => attempts === 0);
    try {
      if (healthy.length > 0) await this.apply(view, healthy, how);
      if (healthy.length === shares.length) return !how.readsAhead;
    } catch (error) {
      if (error instanceof Overtaken) return this.readAll(view, shares, { ...how, readsAhead: false });
      log.warn(
        { streamId: view.streamId, error: inBrief(error) },
        'a reaction threw; each reactor reads alone',
      );
      for (const share of healthy) await this.readAlone(view, share, how.now);
    }
    for (const share of shares) if (share.attempts > 0) await this.readAlone(view, share, how.now);
    return true;
  }

  /** Event by event, to find the one that cannot be digested; what comes before it is done. */
  private async readAlone(view: StreamView, share: Share, now: Date): Promise<void> {
    for (const read of share.events) {
      try {
        await this.apply(view, [{ ...share, events: [read], upTo: read.seq }], { now, readsAhead: false });
      } catch (error) {
        return this.fail(view, { share, read, error });
      }
    }
    await this.apply(view, [{ ...share, events: [] }], { now, readsAhead: false });
  }

  private async apply(view: StreamView, shares: readonly Share[], how: How): Promise<void> {
    const first = (manager: EntityManager) =>
      lockCursors(
        manager,
        view,
        shares.map(({ reactor }) => reactor),
      );
    const then = (manager: EntityManager, stands: Locked['stands']) =>
      this.read(view, shares, { how, manager, stands });
    const { isHeardElsewhere } = await openTransaction(this.database, { first, then });
    if (isHeardElsewhere) this.relay.wake();
  }

  private async read(
    view: StreamView,
    shares: readonly Share[],
    { how, manager, stands }: Locked,
  ): Promise<Batch> {
    const batch = new Batch(manager, notBefore(view, how.now), {
      ...view,
      lastSeq: view.events.at(-1)?.seq ?? 0,
    });
    const reading = { batch, moved: new Map(stands), readsAhead: how.readsAhead };
    const readers = shares.filter(({ reactor, from, upTo }) => isWithin(stands.get(reactor), from, upTo));
    let again = readers.length > 0;
    while (again) {
      for (const share of readers) await this.readOn(share, reading);
      again = how.readsAhead && readers.some(({ reactor }) => (reading.moved.get(reactor) ?? 0) < batch.upTo);
    }
    const isReadByAll = how.readsAhead && readers.length === this.registry.active.length;
    if (readers.length > 0) await batch.write(onlyOf(readers, reading.moved), { isReadByAll });
    return batch;
  }

  /** From where the reactor stands: its share and, reading ahead, what the others have just made follow. */
  private async readOn(share: Share, { batch, moved, readsAhead }: Reading): Promise<void> {
    const from = moved.get(share.reactor) ?? 0;
    const ahead = readsAhead
      ? batch.ahead.filter((read) => concerns(read, share.reactor, this.registry))
      : [];
    const upTo = readsAhead ? batch.upTo : share.upTo;
    await runShare({ ...share, events: [...share.events, ...ahead], upTo }, from, {
      batch,
      registry: this.registry,
    });
    moved.set(share.reactor, upTo);
  }

  private async fail(
    view: StreamView,
    { share, read, error }: { share: Share; read: Read; error: unknown },
  ): Promise<void> {
    const failure = {
      ...{ reactor: share.reactor, eventId: read.id, seq: read.seq, reason: inBrief(error) },
      ...{ mostAttempts: MOST_ATTEMPTS, retryInMs: retryInMs(share.attempts, this.env.RETRY_BASE_MS) },
    };
    const blocked = await inTransaction(this.database, { kind: 'site', siteId: view.siteId }, (manager) =>
      recordFailure(manager, view, failure),
    );
    const said = {
      reactor: share.reactor,
      streamId: view.streamId,
      eventId: read.id,
      name: read.name,
      error: failure.reason,
    };
    log.warn(
      said,
      blocked ? 'a reactor is blocked on this stream' : 'a reaction threw and will be tried again',
    );
  }
}

interface Locked {
  readonly how: How;
  readonly manager: EntityManager;
  readonly stands: ReadonlyMap<Reactor, number>;
}

interface Reading {
  readonly batch: Batch;
  readonly moved: Map<Reactor, number>;
  readonly readsAhead: boolean;
}

/** Somebody else may have read on since the stream was viewed. */
const isWithin = (stand: number | undefined, from: number, upTo: number): boolean =>
  stand !== undefined && stand >= from && stand < upTo;

const onlyOf = (readers: readonly Share[], moved: ReadonlyMap<Reactor, number>): Map<Reactor, number> =>
  new Map(readers.map(({ reactor }) => [reactor, moved.get(reactor) ?? 0]));

/** Another worker's clock may be a little behind the one that wrote the events. */
const notBefore = ({ events }: StreamView, now: Date): Date =>
  events.reduce(
    (latest, read) => ('event' in read && read.event.occurredAt > latest ? read.event.occurredAt : latest),
    now,
  );
