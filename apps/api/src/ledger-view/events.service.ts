import type { EventQuery, EventView, TraceView } from '@followon/shared/contract/ledger';
import type { Page } from '@followon/shared/contract/page';
import { showPayload } from '@followon/shared/rules/disclosure/show-payload';
import { Inject, Injectable } from '@nestjs/common';
import { Access } from '../auth/access.js';
import type { Env } from '../env.js';
import { ENV } from '../env.js';
import { notFound } from '../http/problem.js';
import type { EventRow } from './event-queries.js';
import { EventQueries } from './event-queries.js';

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
    const items = rows.slice(0, query.limit).map((row) => this.view(row));
    const last = items.at(-1);
    return { items, nextCursor: rows.length > query.limit && last ? String(last.seq) : null };
  }

  /** @throws Refusal 404 */
  async trace(eventId: string): Promise<TraceView> {
    const rows = await this.events.trace(eventId);
    if (!rows[0] || !this.maySee(rows[0])) throw notFound();
    return { items: rows.map((row) => this.view(row)) };
  }

  /** Numbers of people go to whoever administers the site, as on every other screen. */
  private view(row: EventRow): EventView {
    const figures = this.access.figures('see-events', { siteId: row.siteId, own: false });
    return {
      id: row.eventId,
      streamId: row.streamId,
      streamKind: row.streamKind,
      seq: row.seq,
      name: row.name,
      payload: showPayload(row.payload, figures),
      origin: row.origin,
      causedBy: row.causedBy,
      occurredAt: row.occurredAt.toISOString(),
      recordedAt: row.recordedAt.toISOString(),
    };
  }

  /** "Why did I get this?": in the demo whoever may see a message may also see where it came from. */
  private maySee({ siteId, name }: EventRow): boolean {
    const isDemoMessage = this.env.FOLLOWON_MODE === 'demo' && name.startsWith('nudge.');
    return isDemoMessage || this.access.may('see-events', { siteId, own: false });
  }
}
