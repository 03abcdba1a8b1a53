import { BusinessClock } from '@followon/shared/db/clock';
import { londonDate, londonInstant } from '@followon/shared/rules/calendar/london';
import { Inject, Injectable } from '@nestjs/common';
import type { DataSource } from 'typeorm';
import { Deliverer } from '../deliveries/deliverer.js';
import { Reconciler } from '../dispatch/reconciler.js';
import { Sweeper } from '../sweep/sweeper.js';
import { CLOCK, WORKER_DB } from '../tokens.js';

const DAY_MS = 86_400_000;
const LOCK = 7_305_201; // any fixed number: one worker at a time lives through the days
/** A chain of sweep, events, message, events is far shorter; this only ends what would never end. */
const MOST_ROUNDS = 20;

interface Days {
  readonly offset_days: number;
  readonly target_days: number;
}

/**
 * The demo's time machine. Every passed day is lived through: at 8 in the morning and at noon, so that messages reach those
 * who want them in one half of the day only, and at its end. Only then does the clock move on, so whoever sees the target reached finds all of it done.
 */
@Injectable()
export class TimeMachine {
  constructor(
    @Inject(WORKER_DB) private readonly database: DataSource,
    @Inject(CLOCK) private readonly clock: BusinessClock,
    private readonly sweeper: Sweeper,
    private readonly reconciler: Reconciler,
    private readonly deliverer: Deliverer,
  ) {}

  /** Lives through the days that were asked for, unless another worker is at it; answers how many it did. */
  async travel(): Promise<number> {
    if (!hasDaysLeft(await this.days())) return 0;
    const runner = this.database.createQueryRunner();
    try {
      const rows = (await runner.query('select pg_try_advisory_lock($1) as mine', [LOCK])) as {
        mine: boolean;
      }[];
      if (!rows[0]?.mine) return 0;
      return await this.liveThrough().finally(() => runner.query('select pg_advisory_unlock($1)', [LOCK]));
    } finally {
      await runner.release();
    }
  }

  private async liveThrough(): Promise<number> {
    let lived = 0;
    for (let days = await this.days(); hasDaysLeft(days); days = await this.days()) {
      const start = new Date(Date.now() + days.offset_days * DAY_MS);
      for (const moment of momentsOfDay(start)) await this.settle(moment);
      await this.database.manager.query('update business_clock set offset_days = $1 where offset_days = $2', [
        ...[days.offset_days + 1, days.offset_days],
      ]);
      await this.clock.refresh(this.database.manager);
      lived += 1;
    }
    return lived;
  }

  private async settle(now: Date): Promise<void> {
    for (let round = 0; round < MOST_ROUNDS; round += 1) {
      const swept = await this.sweeper.sweep(now);
      await this.reconciler.drainBehind(now);
      const delivered = await this.deliverer.deliver(now);
      if (swept + delivered === 0) return;
    }
  }

  private async days(): Promise<Days> {
    const [row]: Days[] = await this.database.manager.query(
      'select offset_days, target_days from business_clock',
    );
    return row ?? { offset_days: 0, target_days: 0 };
  }
}

const hasDaysLeft = ({ offset_days, target_days }: Days): boolean => target_days > offset_days;

const HOURS = ['08:00', '12:00'];

/** The next 8 in the morning and the next noon in London, as they come, and 24 hours after `start`. */
export function momentsOfDay(start: Date): Date[] {
  const end = new Date(start.getTime() + DAY_MS);
  const days = [start, end].map((instant) => londonDate(instant));
  const within = [...new Set(days)]
    .flatMap((day) => HOURS.map((hour) => londonInstant(day, hour)))
    .filter((instant) => instant > start && instant < end);
  return [...within, end];
}
