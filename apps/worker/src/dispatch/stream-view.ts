import { prepared } from '@followon/shared/db/prepared';
import type { StreamKind } from '@followon/shared/events/envelope';
import type { EntityManager } from 'typeorm';
import type { Reactor } from './reaction.js';
import type { EventRow, Read, StreamOf } from './stored-events.js';
import { readEvent, refuseGaps } from './stored-events.js';

export const BATCH = 200;

interface Cursor {
  readonly reactor: Reactor;
  readonly lastSeq: number;
  readonly attempts: number;
}

/** What a stream holds that some reactor has not read, as seen without any lock. */
export interface StreamView extends StreamOf {
  /** Of the reactors that may read now: not blocked, not waiting to try again; in the order in which they read. */
  readonly cursors: readonly Cursor[];
  /** At most {@link BATCH}, from the first that one of them has not read. */
  readonly events: readonly Read[];
}

interface Row {
  readonly site_id: string;
  readonly stream_kind: StreamKind;
  readonly cursors: readonly Cursor[];
  readonly events: readonly EventRow[] | null;
}

/** One row, so that head, cursors and events are of one moment. A reactor without a cursor has read nothing. */
const VIEW = {
  name: 'view-stream',
  text: `
  with head as (
    select site_id, stream_kind, next_seq - 1 as seq from stream_head where stream_id = $1
  ), behind as (
    select r.reactor, coalesce(c.last_seq, 0) as last_seq, coalesce(c.attempts, 0) as attempts
    from unnest($2::text[]) as r(reactor) left join reactor_cursor c on c.stream_id = $1 and c.reactor = r.reactor
    where coalesce(c.last_seq, 0) < (select seq from head) and c.blocked_at is null and not coalesce(c.retry_at > now(), false)
  ), unread as (
    select event_id, seq, name, payload, origin, caused_by, floor(extract(epoch from occurred_at) * 1000) as occurred_ms from event
    where stream_id = $1 and seq > (select min(last_seq) from behind) order by seq limit ${BATCH}
  )
  select h.site_id, h.stream_kind,
    (select json_agg(json_build_object('reactor', reactor, 'lastSeq', last_seq, 'attempts', attempts)) from behind) as cursors,
    (select json_agg(u order by u.seq) from unread u) as events
  from head h where exists (select 1 from behind)`,
};

/** Undefined when no reactor has anything to read. */
export async function viewStream(
  manager: EntityManager,
  streamId: string,
  active: readonly Reactor[],
): Promise<StreamView | undefined> {
  const [row] = await prepared<Row>(manager, VIEW, [streamId, active]);
  if (!row) return undefined;
  const cursors = active.flatMap((reactor) => row.cursors.filter((cursor) => cursor.reactor === reactor));
  const rows = row.events ?? [];
  refuseGaps(streamId, Math.min(...cursors.map(({ lastSeq }) => lastSeq)), rows);
  const stream = { streamId, streamKind: row.stream_kind, siteId: row.site_id };
  return { ...stream, cursors, events: rows.map((event) => readEvent(event, stream)) };
}
