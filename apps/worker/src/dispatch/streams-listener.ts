import type { Clock } from '@followon/shared/db/clock';
import type { Doorbell } from '@followon/shared/doorbell/doorbell';
import { openWorker } from '@followon/shared/doorbell/doorbell';
import { queues } from '@followon/shared/events/queues';
import { Inject, Injectable } from '@nestjs/common';
import type { Worker } from 'bullmq';
import { z } from 'zod';
import { CLOCK, DOORBELL, ENV } from '../tokens.js';
import type { WorkerEnv } from '../env.js';
import { inBrief, log } from '../log.js';
import { closeInTime } from '../boot/close-in-time.js';
import { Dispatcher } from './dispatcher.js';

/** A job that stalls runs again however often; the cursors know what is done. */
const MOST_STALLS = 1_000;
const Ring = z.object({ streamId: z.uuid() });

/** Hears the doorbell of the streams. What the job says beyond the stream's id does not matter. */
@Injectable()
export class StreamsListener {
  private worker: Worker | undefined;

  constructor(
    private readonly dispatcher: Dispatcher,
    @Inject(DOORBELL) private readonly doorbell: Doorbell,
    @Inject(CLOCK) private readonly clock: Clock,
    @Inject(ENV) private readonly env: Pick<WorkerEnv, 'CONCURRENCY'>,
  ) {}

  start(): void {
    const options = { concurrency: this.env.CONCURRENCY, maxStalledCount: MOST_STALLS };
    this.worker = openWorker(this.doorbell, queues.streams, {
      process: (job) => this.hear(job.data),
      options,
    });
    this.worker.on('error', (error) => log.warn({ error: inBrief(error) }, 'the doorbell is in trouble'));
  }

  /** Takes no more jobs and waits for those that run. */
  async stop(): Promise<void> {
    if (this.worker) await closeInTime(this.worker);
  }

  private async hear(data: unknown): Promise<void> {
    const ring = Ring.safeParse(data);
    if (!ring.success) return log.warn('a ring that names no stream was ignored');
    try {
      await this.dispatcher.drainStream(ring.data.streamId, this.clock.now());
    } catch (error) {
      log.error({ streamId: ring.data.streamId, error: inBrief(error) }, 'a stream could not be read');
      throw error;
    }
  }
}
