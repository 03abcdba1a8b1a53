import type { ClockView } from '@followon/shared/contract/demo';
import { BusinessClock } from '@followon/shared/db/clock';
import { Inject, Injectable } from '@nestjs/common';
import type { DataSource } from 'typeorm';
import { Refusal } from '../http/problem.js';
import { APP_DB, CLOCK } from '../work/tokens.js';

const LOOK_EVERY_MS = 100;
const LONGEST_WAIT_MS = 120_000;

const pause = (ms: number) => new Promise((resolve) => setTimeout(resolve, ms));

/** Asks the worker to live through the days one by one, and waits for it: the worker owns the sweeps. */
@Injectable()
export class TimeMachine {
  constructor(
    @Inject(APP_DB) private readonly database: DataSource,
    @Inject(CLOCK) private readonly clock: BusinessClock,
  ) {}

  view(): ClockView {
    return { now: this.clock.now().toISOString() };
  }

  /** @throws Refusal 503 when the worker has not lived through the days within two minutes. */
  async advance(days: number): Promise<ClockView> {
    await this.database.query('update business_clock set target_days = target_days + $1', [days]);
    const deadline = performance.now() + LONGEST_WAIT_MS;
    while (performance.now() < deadline) {
      if (await this.hasArrived()) return this.view();
      await pause(LOOK_EVERY_MS);
    }
    throw new Refusal('busy', 'time-machine-busy', 'The days have not passed yet.', {
      detail: 'The worker is still busy with them, or is not running. Look again in a minute.',
      retryAfterSeconds: 60,
    });
  }

  /** The own clock is set last: whoever is told that the days have passed reads the new day everywhere. */
  private async hasArrived(): Promise<boolean> {
    const [row]: { arrived: boolean }[] = await this.database.query(
      'select offset_days >= target_days as arrived from business_clock',
    );
    await this.clock.refresh(this.database.manager);
    return row?.arrived ?? false;
  }
}
