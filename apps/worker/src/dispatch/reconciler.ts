import { Inject, Injectable } from '@nestjs/common';
import type { DataSource } from 'typeorm';
import type { WorkerEnv } from '../env.js';
import { ENV, WORKER_DB } from '../tokens.js';
import { inBrief, log } from '../log.js';
import { announceAgain, retriesDue, streamsBehind } from './behind.js';
import { Dispatcher } from './dispatcher.js';
import { ReactionRegistry } from './registry.js';

/**
 * Finds what nobody rang for: a doorbell that forgot, was wiped or gave up a job. First the stream is announced
 * again; when that did not help by the next pass it is read directly.
 */
@Injectable()
export class Reconciler {
  private announced = new Map<string, string>();

  constructor(
    @Inject(WORKER_DB) private readonly database: DataSource,
    private readonly registry: ReactionRegistry,
    private readonly dispatcher: Dispatcher,
    @Inject(ENV) private readonly env: Pick<WorkerEnv, 'LAG_MS'>,
  ) {}

  async reconcile(now: Date): Promise<void> {
    const behind = await streamsBehind(this.database.manager, this.registry.active, this.env.LAG_MS);
    const stuck = behind.filter(({ streamId, eventId }) => this.announced.get(streamId) === eventId);
    const forgotten = behind.filter((stream) => stream.waits && !stuck.includes(stream));
    this.announced = new Map(forgotten.map(({ streamId, eventId }) => [streamId, eventId]));
    if (forgotten.length > 0) {
      log.warn({ streams: forgotten.length }, 'streams that nobody rang for are announced again');
      await announceAgain(
        this.database.manager,
        forgotten.map(({ eventId }) => eventId),
      );
    }
    await this.drainEach(
      stuck.map(({ streamId }) => streamId),
      now,
    );
  }

  /** Streams whose reactors threw and have waited long enough. */
  async retry(now: Date): Promise<void> {
    await this.drainEach(await retriesDue(this.database.manager), now);
  }

  /** Everything that is behind, without the doorbell; answers how many streams that were. */
  async drainBehind(now: Date): Promise<number> {
    const behind = await streamsBehind(this.database.manager, this.registry.active, 0);
    await this.drainEach(
      behind.map(({ streamId }) => streamId),
      now,
    );
    return behind.length;
  }

  private async drainEach(streamIds: readonly string[], now: Date): Promise<void> {
    for (const streamId of streamIds) {
      try {
        await this.dispatcher.drainStream(streamId, now);
      } catch (error) {
        log.error({ streamId, error: inBrief(error) }, 'a stream could not be read');
      }
    }
  }
}
