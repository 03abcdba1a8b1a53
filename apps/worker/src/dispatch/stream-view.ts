import type { StreamKind } from '@followon/shared/events/envelope';
import type { EntityManager } from 'typeorm';
import type { Reactor } from './reaction.js';
import type { EventRow, Read, StreamOf } from './stored-events.js';
import { readEvent, refuseGaps } from './stored-events.js';

export const BATCH = 200;

export interface Cursor {
  readonly reactor: Reactor;
  readonly lastSeq: number;
  readonly attempts: number;
}

/** What a stream holds that some reactor has not read, as seen without any lock. */
export interface StreamView extends StreamOf {
  /** Of the reactors that may read now: not blocked, not waiting to try again. */
  readonly cursors: readonly Cursor[];
  /** At most {@link BATCH}, from the first that one of them has not read. */
  readonly events: readonly Read[];
}

interface HeadRow {
  readonly site_id: string;
  readonly stream_kind: StreamKind;
  readonly head: number;
  readonly cursors: { reactor: Reactor; last_seq: number; attempts: number; rests: boolean }[] | null;
}

const HEAD = `
  select h.site_id, h.stream_kind, h.next_seq - 1 as head,
    (select jsonb_agg(jsonb_build_object('reactor', c.reactor, 'last_seq', c.last_seq, 'attempts', c.attempts,
        'rests', c.blocked_at is not null or coalesce(c.retry_at > now(), false)))
     from reactor_cursor c where c.stream_id = h.stream_id) as cursors
  from stream_head h where h.stream_id = $1`;

const EVENTS = `
  select event_id, seq, name, payload, origin, caused_by, occurred_at
  from event where stream_id = $1 and seq > $2 order by seq limit ${BATCH}`;

/** Undefined when no reactor has anything to read. */
export async function viewStream(manager: EntityManager, streamId: string, active: readonly Reactor[]): Promise<StreamView | undefined> {
  const [head]: HeadRow[] = await manager.query(HEAD, [streamId]);
  if (!head) return undefined;
  const cursors = active.flatMap((reactor) => behind(reactor, head));
  if (cursors.length === 0) return undefined;

  const after = Math.min(...cursors.map(({ lastSeq }) => lastSeq));
  const rows: EventRow[] = await manager.query(EVENTS, [streamId, after]);
  refuseGaps(streamId, after, rows);
  const stream = { streamId, streamKind: head.stream_kind, siteId: head.site_id };
  return { ...stream, cursors, events: rows.map((row) => readEvent(row, stream)) };
}

function behind(reactor: Reactor, { cursors, head }: HeadRow): Cursor[] {
  const stored = cursors?.find((cursor) => cursor.reactor === reactor);
  if (!stored) return [{ reactor, lastSeq: 0, attempts: 0 }];
  if (stored.rests || stored.last_seq >= head) return [];
  return [{ reactor, lastSeq: stored.last_seq, attempts: stored.attempts }];
}
