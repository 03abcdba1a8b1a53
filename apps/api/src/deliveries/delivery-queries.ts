import { servedInstant } from '@followon/shared/contract/civil-date';
import type { DeliveryDetail, DeliveryLineQuery } from '@followon/shared/contract/deliveries';
import type { DeliveryView } from '@followon/shared/contract/messages';
import { Injectable } from '@nestjs/common';
import { z } from 'zod';
import { scopeOf, scopeValues } from '../auth/scope.js';
import { readCursor } from '../http/cursor.js';
import { exactInstant } from '../http/exact-instant.js';
import { inCountedScope, inWholeScope, MESSAGE_READER } from '../nudges/message-scope.js';
import type { ReadDelivery } from '../nudges/message-views.js';
import { toldAs } from '../nudges/told-state.js';
import { Work } from '../work/work.js';

export type DeliveryRow = ReadDelivery & {
  readonly key: string;
  readonly dueAt: string;
  readonly tries: number;
};

const COLUMNS = `
  d.id, d.event_id as "eventId", d.nudge_id as "nudgeId", n.group_id as "groupId", n.programme_id as "programmeId", n.key,
  n.audience, d.channel, d.state, coalesce(d.reason, n.reason) as reason, d.sent_at as "sentAt", d.tries,
  ${exactInstant('d.due_at')} as "dueAt", d.site_id as "siteId", ${MESSAGE_READER}`;

/**
 * The site is asked of the delivery too, so that one index gives its page in order; the states of both ways of reading are
 * asked once for all, so that a rare one is found by its index. Who is not told how a message went, or which way, cannot
 * find it out by a filter either.
 */
const LIST = `
  select ${COLUMNS} from delivery d join nudge n on n.id = d.nudge_id
  where ((${inWholeScope(2)} and ($6::text is null or d.state = $6) and ($12::text is null or d.channel = $12))
      or (${inCountedScope(2, 13)} and ($6::text is null or d.state = any($14)) and $12::text is null))
    and ($6::text is null or d.state = any($15))
    and ($7::timestamptz is null or d.due_at < $7 or (d.due_at = $7 and d.id > $8))
    and ($10::uuid is null or d.site_id = $10) and ($11::text is null or n.key = $11)
  order by d.due_at desc, d.id limit $9`;

const ONE = `select ${COLUMNS} from delivery d join nudge n on n.id = d.nudge_id where d.id = $2`;

const COUNTS = `
  select state, count(*)::int as count from delivery
  where ($1::uuid is null or site_id = $1) and ($2::boolean or site_id = any($3::uuid[])) group by state`;

const STEPS = `
  select ${exactInstant('at')} as at, what, channel, reason from delivery_step where delivery_id = $1 order by id limit 200`;

const Position = z.tuple([servedInstant, z.uuid()]);

export const positionOf = ({ dueAt, id }: DeliveryRow): z.infer<typeof Position> => [dueAt, id];

@Injectable()
export class DeliveryQueries {
  constructor(private readonly work: Work) {}

  /** Due last first; one row more than asked for when there is more. */
  async list({ state, site, key, channel, cursor, limit }: DeliveryLineQuery): Promise<DeliveryRow[]> {
    const [dueAt = null, id = null] = readCursor(Position, cursor) ?? [];
    const { who } = this.work;
    const told = toldAs(state);
    return this.work.manager.query(LIST, [
      ...[who.accountId, ...scopeValues(who, 'see-deliveries')],
      ...[state ?? null, dueAt, id, limit + 1],
      ...[site ?? null, key ?? null, channel ?? null],
      ...[scopeOf(who, 'see-deliveries').counted, told, [state, ...told]],
    ]);
  }

  async one(id: string): Promise<DeliveryRow | undefined> {
    const [row]: DeliveryRow[] = await this.work.manager.query(ONE, [this.work.who.accountId, id]);
    return row;
  }

  /** Of the sites that are the reader's to see, if only in numbers. */
  counts(site: string | undefined): Promise<{ state: DeliveryView['state']; count: number }[]> {
    const { everywhere, sites, counted } = scopeOf(this.work.who, 'see-deliveries');
    return this.work.manager.query(COUNTS, [site ?? null, everywhere, [...sites, ...counted]]);
  }

  steps(id: string): Promise<DeliveryDetail['steps']> {
    return this.work.manager.query(STEPS, [id]);
  }
}
