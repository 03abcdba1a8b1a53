import { monitorEventLoopDelay } from 'node:perf_hooks';
import { setTimeout as sleep } from 'node:timers/promises';
import { migrations } from '@followon/shared/db/migrations';
import type { BeforeApplicationShutdown, OnApplicationBootstrap } from '@nestjs/common';
import { Inject, Injectable } from '@nestjs/common';
import type { DataSource } from 'typeorm';
import type { Env } from '../env.js';
import { ENV } from '../env.js';
import { APP_DB } from '../work/tokens.js';

const MOST_LAG_MS = 1_000;
const WINDOW_MS = 10_000;
const NS_PER_MS = 1e6;
const newest = migrations.at(-1)?.name;

type State = 'ready' | 'waiting for the database' | 'waiting for migrations' | 'shutting down';

/** Whether this process should be sent requests, and whether it is alive at all. */
@Injectable()
export class Readiness implements OnApplicationBootstrap, BeforeApplicationShutdown {
  private readonly delay = monitorEventLoopDelay();
  private timer: NodeJS.Timeout | undefined;
  private isShuttingDown = false;

  constructor(
    @Inject(APP_DB) private readonly database: DataSource,
    @Inject(ENV) private readonly env: Pick<Env, 'SHUTDOWN_GRACE_MS'>,
  ) {}

  onApplicationBootstrap(): void {
    this.delay.enable();
    this.timer = setInterval(() => this.delay.reset(), WINDOW_MS).unref();
  }

  /** Requests are still answered for a while: whoever sends them must first have seen that there should be no more. */
  async beforeApplicationShutdown(): Promise<void> {
    this.isShuttingDown = true;
    await sleep(this.env.SHUTDOWN_GRACE_MS);
    clearInterval(this.timer);
    this.delay.disable();
  }

  /** False when the event loop has lately been blocked so often that nobody gets an answer in time. */
  isAlive(): boolean {
    return this.delay.count === 0 || this.delay.percentile(99) / NS_PER_MS < MOST_LAG_MS;
  }

  async state(): Promise<State> {
    if (this.isShuttingDown) return 'shutting down';
    try {
      const [schema]: { is: boolean }[] = await this.database.query('select has_migration($1) as is', [
        newest,
      ]);
      return schema?.is ? 'ready' : 'waiting for migrations';
    } catch {
      return 'waiting for the database';
    }
  }
}
