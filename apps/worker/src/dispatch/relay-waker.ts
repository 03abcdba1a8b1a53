import { Inject, Injectable } from '@nestjs/common';
import type { DataSource } from 'typeorm';
import { inBrief, log } from '../log.js';
import { WORKER_DB } from '../tokens.js';

/**
 * Tells the relay that something was committed which nobody has rung for. After the commit and on its own: a NOTIFY
 * inside a transaction takes a lock of the whole database. Those that come while one is under way share the next.
 * When it is lost, the relay's poll finds the events a moment later.
 */
@Injectable()
export class RelayWaker {
  private isUnderWay = false;
  private again = false;

  constructor(@Inject(WORKER_DB) private readonly database: DataSource) {}

  /** Never waits and never throws. */
  wake(): void {
    this.again = true;
    if (!this.isUnderWay) void this.notify();
  }

  private async notify(): Promise<void> {
    this.isUnderWay = true;
    try {
      while (this.again) {
        this.again = false;
        await this.database.query(`select pg_notify('followon_events', '')`);
      }
    } catch (error) {
      log.debug({ error: inBrief(error) }, 'the relay was not woken; it polls');
    } finally {
      this.isUnderWay = false;
    }
  }
}
