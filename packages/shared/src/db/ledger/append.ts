import { randomUUID } from 'node:crypto';
import type { EntityManager } from 'typeorm';
import type { EventName, Payload } from '../../events/catalogue.js';
import { eventCatalogue } from '../../events/catalogue.js';
import type { Origin, StreamKind } from '../../events/envelope.js';
import { prepared } from '../prepared.js';

/** A fact about to be written. `streamKind` is needed only for the events that any kind of stream may hold. */
export interface NewEvent<N extends EventName = EventName> {
  /** Given when rows written in the same transaction must name the event; a new one otherwise. */
  readonly eventId?: string;
  readonly name: N;
  readonly streamId: string;
  readonly streamKind?: StreamKind;
  readonly siteId: string;
  readonly payload: Payload<N>;
  readonly occurredAt: Date;
  readonly origin?: Origin;
  readonly causedBy?: string | null;
  readonly actorId?: string | null;
  readonly requestId?: string | null;
  /** Everybody who reads it has read it in this very transaction, so nobody need be rung for. */
  readonly isRead?: boolean;
}

/**
 * The row lock on the stream's head makes commit order = stream order, without gaps. Heads are taken in the order
 * of their ids, so that two transactions which write to the same streams wait instead of deadlocking.
 *
 * Of what is written to one stream at once only the last fact that somebody has to read waits to be announced: whoever
 * hears of it reads the others first. Announcing each of a batch would rewrite every row for a ring that says the same.
 */
const SQL = `
  with fact as (
    select * from jsonb_to_recordset($1::jsonb) as f(ord int, event_id uuid, stream_id uuid, stream_kind text, site_id uuid,
      name text, payload jsonb, origin text, actor_id uuid, request_id text, caused_by uuid, occurred_at timestamptz, is_read boolean)
  ), tally as (
    select stream_id, min(stream_kind) as stream_kind, min(site_id::text)::uuid as site_id, count(*) as facts,
      max(ord) filter (where not is_read) as rings
    from fact group by stream_id
  ), head as (
    insert into stream_head as h (stream_id, stream_kind, site_id, next_seq)
    select stream_id, stream_kind, site_id, 1 + facts from tally order by stream_id
    on conflict (stream_id) do update set next_seq = h.next_seq + excluded.next_seq - 1
    returning h.stream_id, h.next_seq
  )
  insert into event (event_id, stream_id, stream_kind, seq, site_id, name, payload, origin, actor_id, request_id, caused_by, occurred_at, announced_at)
  select f.event_id, f.stream_id, f.stream_kind,
    head.next_seq - tally.facts - 1 + row_number() over (partition by f.stream_id order by f.ord),
    f.site_id, f.name, f.payload, f.origin, f.actor_id, f.request_id, f.caused_by, f.occurred_at,
    case when f.ord is distinct from tally.rings then now() end
  from fact f join tally using (stream_id) join head using (stream_id)
  order by f.ord
  returning event_id, seq`;
const APPEND = { name: 'append', text: SQL };

function toRow(event: NewEvent, ord: number) {
  const definition = eventCatalogue[event.name];
  const streamKind = definition.stream === 'any' ? event.streamKind : definition.stream;
  if (!streamKind) throw new Error(`${event.name} on stream ${event.streamId} needs its stream kind`);
  return {
    ord,
    payload: definition.payload.parse(event.payload),
    stream_id: event.streamId,
    stream_kind: streamKind,
    site_id: event.siteId,
    name: event.name,
    occurred_at: event.occurredAt.toISOString(),
    ...whence(event),
  };
}

const whence = ({ eventId, origin, actorId, requestId, causedBy, isRead }: NewEvent) => ({
  event_id: eventId ?? randomUUID(),
  origin: origin ?? 'live',
  actor_id: actorId ?? null,
  request_id: requestId ?? null,
  caused_by: causedBy ?? null,
  is_read: isRead ?? false,
});

/** An event as the ledger has numbered it. */
export interface Appended {
  readonly eventId: string;
  readonly seq: number;
}

/**
 * Writes facts in the caller's transaction, in the order given, and returns their ids. Nothing publishes any other way.
 * @throws ZodError when a payload does not have the shape its name promises.
 */
export async function appendAll(manager: EntityManager, events: readonly NewEvent[]): Promise<string[]> {
  return (await appendNumbered(manager, events)).map(({ eventId }) => eventId);
}

/** {@link appendAll}, with each event's place in its stream. */
export async function appendNumbered(
  manager: EntityManager,
  events: readonly NewEvent[],
): Promise<Appended[]> {
  if (events.length === 0) return [];
  const rows = events.map(toRow);
  const written = await prepared<{ event_id: string; seq: number }>(manager, APPEND, [JSON.stringify(rows)]);
  const seqOf = new Map(written.map(({ event_id, seq }) => [event_id, seq]));
  return rows.map(({ event_id }) => ({ eventId: event_id, seq: seqOf.get(event_id) ?? 0 }));
}

/** {@link appendAll} for one fact. */
export async function append<N extends EventName>(
  manager: EntityManager,
  event: NewEvent<N>,
): Promise<string> {
  const [eventId] = await appendAll(manager, [event]);
  return eventId as string;
}
