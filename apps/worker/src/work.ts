import { BusinessClock } from '@followon/shared/db/clock';
import type { BeforeApplicationShutdown } from '@nestjs/common';
import { Inject, Injectable } from '@nestjs/common';
import type { DataSource } from 'typeorm';
import { Loop } from './boot/loop.js';
import { Deliverer } from './deliveries/deliverer.js';
import { Reconciler } from './dispatch/reconciler.js';
import { StreamsListener } from './dispatch/streams-listener.js';
import type { WorkerEnv } from './env.js';
import { Importer } from './imports/importer.js';
import { Inbox } from './inbound/inbox.js';
import { ClockListener } from './sweep/clock-listener.js';
import { Retention } from './sweep/retention.js';
import { TimeMachine } from './time/time-machine.js';
import { CLOCK, ENV, WORKER_DB } from './tokens.js';

/** Everything the worker does by itself, started and stopped together. */
@Injectable()
export class Work implements BeforeApplicationShutdown {
  private loops: readonly Loop[] = [];

  constructor(
    @Inject(ENV) private readonly env: WorkerEnv,
    @Inject(WORKER_DB) private readonly database: DataSource,
    @Inject(CLOCK) private readonly clock: BusinessClock,
    private readonly streams: StreamsListener,
    private readonly clockListener: ClockListener,
    private readonly reconciler: Reconciler,
    private readonly deliverer: Deliverer,
    private readonly inbox: Inbox,
    private readonly importer: Importer,
    private readonly timeMachine: TimeMachine,
    private readonly retention: Retention,
  ) {}

  async start(): Promise<void> {
    await this.clock.refresh(this.database.manager);
    this.streams.start();
    this.clockListener.start();
    this.loops = this.allLoops();
    for (const loop of this.loops) loop.start();
  }

  async beforeApplicationShutdown(): Promise<void> {
    await Promise.all([
      ...this.loops.map((loop) => loop.stop()),
      this.streams.stop(),
      this.clockListener.stop(),
    ]);
  }

  private allLoops(): Loop[] {
    const { env, clock } = this;
    return [
      new Loop('clock', env.CLOCK_EVERY_MS, () => this.keepTime()),
      new Loop('sweep', env.SWEEP_EVERY_MS, () => this.clockListener.sweepIfNobodyRang()),
      new Loop('reconcile', env.RECONCILE_EVERY_MS, () => this.reconciler.reconcile(clock.now())),
      new Loop('retry', env.RETRY_EVERY_MS, () => this.reconciler.retry(clock.now())),
      new Loop('deliver', env.DELIVER_EVERY_MS, () => this.deliverer.deliver(clock.now())),
      new Loop('inbound', env.INBOUND_EVERY_MS, () => this.inbox.read(clock.now())),
      new Loop('import', env.IMPORT_EVERY_MS, () => this.importAll()),
      new Loop('retention', env.RETENTION_EVERY_MS, () => this.retention.sweep(clock.now())),
    ];
  }

  private async keepTime(): Promise<void> {
    await this.clock.refresh(this.database.manager);
    if (this.env.FOLLOWON_MODE === 'demo') await this.timeMachine.travel();
  }

  private async importAll(): Promise<void> {
    while (await this.importer.step(this.clock.now()));
  }
}
