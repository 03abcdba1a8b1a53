import type { EntityManager } from 'typeorm';

const DAY_MS = 86_400_000;

/** Business time: due dates, sweeps, quiet hours, what people read. Leases and backoff use the database's clock. */
export interface Clock {
  now(): Date;
}

/**
 * The clock of API and worker. Its offset is a row, so that both agree when the demo's time machine moves it;
 * `refresh` reads the row, `now` is plain arithmetic.
 */
export class BusinessClock implements Clock {
  private offsetMs = 0;

  now(): Date {
    return new Date(Date.now() + this.offsetMs);
  }

  async refresh(manager: EntityManager): Promise<void> {
    const rows: { offset_days: number }[] = await manager.query('select offset_days from business_clock');
    this.offsetMs = (rows[0]?.offset_days ?? 0) * DAY_MS;
  }
}
