import { servedInstant } from '@followon/shared/contract/civil-date';
import type { DeadEventView } from '@followon/shared/contract/ledger';
import { Injectable } from '@nestjs/common';
import { z } from 'zod';
import { scopeOf } from '../auth/scope.js';
import { readCursor } from '../http/cursor.js';
import { exactInstant } from '../http/exact-instant.js';
import { Work } from '../work/work.js';

export interface DeadEventRow extends DeadEventView {
  readonly siteId: string;
  readonly seq: number;
  readonly skipAskedBy: string | null;
}

const SELECT = `
  select d.id, d.reactor, d.event_id as "eventId", e.name as "eventName", e.stream_id as "streamId", e.seq, d.reason,
    ${exactInstant('d.first_at')} as "firstAt", d.resolution, ${exactInstant('d.skip_asked_at')} as "skipAskedAt",
    d.skip_asked_by as "skipAskedBy", d.site_id as "siteId"
  from dead_event d join event e on e.event_id = d.event_id`;

const LIST = `${SELECT}
  where ($1::boolean or d.site_id = any($2::uuid[]))
    and ($3::timestamptz is null or d.first_at < $3 or (d.first_at = $3 and d.id > $4))
  order by d.first_at desc, d.id limit $5`;

const Position = z.tuple([servedInstant, z.uuid()]);

export const positionOf = ({ firstAt, id }: DeadEventRow): z.infer<typeof Position> => [firstAt, id];

@Injectable()
export class DeadEventQueries {
  constructor(private readonly work: Work) {}

  /** Latest first; one row more than asked for when there is more. */
  async list({ cursor, limit }: { cursor?: string | undefined; limit: number }): Promise<DeadEventRow[]> {
    const [firstAt = null, id = null] = readCursor(Position, cursor) ?? [];
    const { everywhere, sites } = scopeOf(this.work.who, 'mend-dead-events');
    return this.work.manager.query(LIST, [everywhere, sites, firstAt, id, limit + 1]);
  }

  /** Locked until the request ends: two administrators do not mend one event at the same time. */
  async lock(id: string): Promise<DeadEventRow | undefined> {
    const rows: DeadEventRow[] = await this.work.manager.query(`${SELECT} where d.id = $1 for update of d`, [
      id,
    ]);
    return rows[0];
  }
}
