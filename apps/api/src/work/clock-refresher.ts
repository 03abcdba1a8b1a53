import { BusinessClock } from '@followon/shared/db/clock';
import type { OnApplicationBootstrap, OnApplicationShutdown } from '@nestjs/common';
import { Inject, Injectable } from '@nestjs/common';
import type { DataSource } from 'typeorm';
import { APP_DB, CLOCK } from './tokens.js';

const EVERY_MS = 1_000;

/** Keeps this process's clock in step with the row that the demo's time machine moves. */
@Injectable()
export class ClockRefresher implements OnApplicationBootstrap, OnApplicationShutdown {
  private timer: NodeJS.Timeout | undefined;

  constructor(
    @Inject(APP_DB) private readonly database: DataSource,
    @Inject(CLOCK) private readonly clock: BusinessClock,
  ) {}

  async onApplicationBootstrap(): Promise<void> {
    await this.clock.refresh(this.database.manager);
    this.timer = setInterval(
      () => void this.clock.refresh(this.database.manager).catch(() => undefined),
      EVERY_MS,
    );
  }

  onApplicationShutdown(): void {
    clearInterval(this.timer);
  }
}
