import { Inject, Injectable } from '@nestjs/common';
import type { DataSource } from 'typeorm';
import { Refusal } from '../http/problem.js';
import { RELAY_DB } from '../work/tokens.js';

const MOST_SECONDS = 60;
const RETRY_AFTER_SECONDS = 60;

const OLDEST = `
  select coalesce(extract(epoch from now() - recorded_at), 0)::float8 as seconds from event
  where announced_at is null order by id limit 1`;
const LAG = `
  select coalesce(percentile_cont(0.99) within group (order by extract(epoch from now() - e.recorded_at)), 0)::float8 as seconds
  from reactor_cursor c join stream_head h on h.stream_id = c.stream_id
    join event e on e.stream_id = c.stream_id and e.seq = c.last_seq + 1
  where c.last_seq < h.next_seq - 1 and c.blocked_at is null`;
const BLOCKED = 'select count(*)::int as blocked from reactor_cursor where blocked_at is not null';
const UNKNOWN = `select count(*)::int as unknown from delivery where state = 'unknown'`;

export interface LedgerFigures {
  /** 0 when everything has been announced. */
  readonly oldestUnannouncedSeconds: number;
  /** Of the readers that have something to read: how long the oldest of it has been there, 99th percentile. */
  readonly readerLagSeconds: number;
  readonly blockedReaders: number;
  readonly unknownDeliveries: number;
}

/** How far the ledger's readers are behind; numbers across all sites, nothing else. */
@Injectable()
export class Backlog {
  constructor(@Inject(RELAY_DB) private readonly database: DataSource) {}

  /** @throws Refusal 503 while events have waited for a minute: what may come later must not come on top. */
  async refuseWhenBehind(): Promise<void> {
    if ((await this.oldestUnannouncedSeconds()) <= MOST_SECONDS) return;
    throw new Refusal('busy', 'busy', 'Followon is catching up at the moment.', {
      detail: 'Nothing was imported. Send the file again in a few minutes.',
      retryAfterSeconds: RETRY_AFTER_SECONDS,
    });
  }

  async figures(): Promise<LedgerFigures> {
    const [lag]: { seconds: number }[] = await this.database.query(LAG);
    const [readers]: { blocked: number }[] = await this.database.query(BLOCKED);
    const [deliveries]: { unknown: number }[] = await this.database.query(UNKNOWN);
    return {
      oldestUnannouncedSeconds: await this.oldestUnannouncedSeconds(),
      readerLagSeconds: lag?.seconds ?? 0,
      blockedReaders: readers?.blocked ?? 0,
      unknownDeliveries: deliveries?.unknown ?? 0,
    };
  }

  private async oldestUnannouncedSeconds(): Promise<number> {
    const [oldest]: { seconds: number }[] = await this.database.query(OLDEST);
    return oldest?.seconds ?? 0;
  }
}
