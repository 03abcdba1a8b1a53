import type { EventQuery, EventView, TraceView } from '@followon/shared/contract/ledger';
import type { Page } from '@followon/shared/contract/page';
import { Inject, Injectable } from '@nestjs/common';
import { Access } from '../auth/access.js';
import type { Env } from '../env.js';
import { ENV } from '../env.js';
import { notFound } from '../http/problem.js';
import type { EventRow } from './event-queries.js';
import { EventQueries } from './event-queries.js';

const view = (row: EventRow): EventView => ({
  id: row.eventId,
  streamId: row.streamId,
  streamKind: row.streamKind,
  seq: row.seq,
  name: row.name,
  payload: row.payload,
  origin: row.origin,
  causedBy: row.causedBy,
  occurredAt: row.occurredAt.toISOString(),
  recordedAt: row.recordedAt.toISOString(),
});

@Injectable()
export class EventsService {
  constructor(
    private readonly access: Access,
    private readonly events: EventQueries,
    @Inject(ENV) private readonly env: Env,
  ) {}

  /** `nextCursor` is the `after` of the next page. */
  async stream(query: EventQuery): Promise<Page<EventView>> {
    const rows = await this.events.stream(query);
    const items = rows.slice(0, query.limit).map(view);
    const last = items.at(-1);
    return { items, nextCursor: rows.length > query.limit && last ? String(last.seq) : null };
  }

  /** @throws Refusal 404 */
  async trace(eventId: string): Promise<TraceView> {
    const rows = await this.events.trace(eventId);
    if (!rows[0] || !this.maySee(rows[0])) throw notFound();
    return { items: rows.map(view) };
  }

  /** "Why did I get this?": in the demo whoever may see a message may also see where it came from. */
  private maySee({ siteId, name }: EventRow): boolean {
    const isDemoMessage = this.env.FOLLOWON_MODE === 'demo' && name.startsWith('nudge.');
    return isDemoMessage || this.access.may('see-events', { siteId, own: false });
  }
}
