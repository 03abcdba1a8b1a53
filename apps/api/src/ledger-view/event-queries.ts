import type { EventQuery } from '@followon/shared/contract/ledger';
import type { StoredEvent } from '@followon/shared/db/ledger/ledger.entity';
import { Injectable } from '@nestjs/common';
import { scopeOf } from '../auth/scope.js';
import { Work } from '../work/work.js';

export type EventRow = Omit<StoredEvent, 'actorId' | 'requestId' | 'announcedAt'>;

const COLUMNS = `e.id, e.event_id as "eventId", e.stream_id as "streamId", e.stream_kind as "streamKind", e.seq,
  e.site_id as "siteId", e.name, e.payload, e.origin, e.caused_by as "causedBy", e.occurred_at as "occurredAt",
  e.recorded_at as "recordedAt"`;

const STREAM = `
  select ${COLUMNS} from event e
  where e.stream_id = $1 and e.seq > $2 and ($3::boolean or e.site_id = any($4::uuid[])) order by e.seq limit $5`;

/** Deeper than any chain of reactions; a limit all the same, so that no ledger makes a request endless. */
const DEEPEST = 100;

const TRACE = `
  with recursive trace as (
    select e.*, 0 as depth from event e where e.event_id = $1
    union all
    select e.*, t.depth + 1 from trace t join event e on e.event_id = t.caused_by where t.depth < ${DEEPEST})
  select ${COLUMNS} from trace e order by e.depth`;

@Injectable()
export class EventQueries {
  constructor(private readonly work: Work) {}

  /** In the order of the stream; one row more than asked for when there is more. */
  stream({ stream, after, limit }: EventQuery): Promise<EventRow[]> {
    const { everywhere, sites } = scopeOf(this.work.who, 'see-events');
    return this.work.manager.query(STREAM, [stream, after, everywhere, sites, limit + 1]);
  }

  /** The event, what caused it, and so on back to the first fact; empty when there is no such event. */
  trace(eventId: string): Promise<EventRow[]> {
    return this.work.manager.query(TRACE, [eventId]);
  }
}
