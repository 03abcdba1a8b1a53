import type { Clock } from '@followon/shared/db/clock';
import type { Doorbell } from '@followon/shared/doorbell/doorbell';
import { openQueue, openWorker } from '@followon/shared/doorbell/doorbell';
import { queues, ringOptions } from '@followon/shared/events/queues';
import { Inject, Injectable } from '@nestjs/common';
import type { Queue, Worker } from 'bullmq';
import { closeInTime } from '../boot/close-in-time.js';
import { RelayWaker } from '../dispatch/relay-waker.js';
import type { WorkerEnv } from '../env.js';
import { inBrief, log } from '../log.js';
import { CLOCK, DOORBELL, ENV } from '../tokens.js';
import { Sweeper } from './sweeper.js';

/** After so many rings that did not come, the worker's own timer sweeps: schedulers have been lost and doubled. */
const MISSED_RINGS = 8;

/** Hears the doorbell of the clock. It only rings; what is due lies in PostgreSQL. */
@Injectable()
export class ClockListener {
  private worker: Worker | undefined;
  private queue: Queue | undefined;
  private lastSweep = performance.now();

  constructor(
    private readonly sweeper: Sweeper,
    private readonly relay: RelayWaker,
    @Inject(DOORBELL) private readonly doorbell: Doorbell,
    @Inject(CLOCK) private readonly clock: Clock,
    @Inject(ENV) private readonly env: Pick<WorkerEnv, 'SWEEP_EVERY_MS'>,
  ) {}

  start(): void {
    this.worker = openWorker(this.doorbell, queues.clock, {
      process: () => this.sweep(),
      options: { concurrency: 1 },
    });
    this.worker.on('error', (error) =>
      log.warn({ error: inBrief(error) }, 'the doorbell of the clock is in trouble'),
    );
    this.queue = openQueue(this.doorbell, queues.clock);
    this.queue.on('error', () => undefined);
    const template = { name: queues.clock, opts: ringOptions };
    this.queue
      .upsertJobScheduler('sweep', { every: this.env.SWEEP_EVERY_MS }, template)
      .catch((error: unknown) => {
        log.warn({ error: inBrief(error) }, 'the clock does not ring; the own timer sweeps');
      });
  }

  /** The timer behind the rings. */
  async sweepIfNobodyRang(): Promise<void> {
    if (performance.now() - this.lastSweep > MISSED_RINGS * this.env.SWEEP_EVERY_MS) await this.sweep();
  }

  async stop(): Promise<void> {
    await this.queue?.close();
    if (this.worker) await closeInTime(this.worker);
  }

  private async sweep(): Promise<void> {
    this.lastSweep = performance.now();
    if ((await this.sweeper.sweep(this.clock.now())) > 0) this.relay.wake();
  }
}
