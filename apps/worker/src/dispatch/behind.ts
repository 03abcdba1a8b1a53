import type { EntityManager } from 'typeorm';
import type { Reactor } from './reaction.js';

/** A stream that some reactor could read further: the first event it has not read, and whether it was announced long ago. */
export interface Behind {
  readonly streamId: string;
  readonly eventId: string;
  readonly waits: boolean;
}

/** Cursors also move past events that their reactors do not read, so one that trails its head has work to do. */
const BEHIND = `
  with unread as (
    select h.stream_id, min(coalesce(c.last_seq, 0)) as after
    from stream_head h cross join unnest($1::text[]) as r(reactor)
    left join reactor_cursor c on c.stream_id = h.stream_id and c.reactor = r.reactor
    where coalesce(c.last_seq, 0) < h.next_seq - 1 and c.blocked_at is null and (c.retry_at is null or c.retry_at <= now())
    group by h.stream_id
  )
  select t.stream_id as "streamId", e.id as "eventId", coalesce(e.announced_at < now() - make_interval(secs => $2), false) as waits
  from unread t join event e on e.stream_id = t.stream_id and e.seq = t.after + 1 order by e.id`;

export async function streamsBehind(
  manager: EntityManager,
  active: readonly Reactor[],
  lagMs: number,
): Promise<Behind[]> {
  return manager.query(BEHIND, [active, lagMs / 1_000]);
}

export async function announceAgain(manager: EntityManager, eventIds: readonly string[]): Promise<void> {
  await manager.query('update event set announced_at = null where id = any($1)', [eventIds]);
}

/** Streams on which a reactor threw and may try again. */
export async function retriesDue(manager: EntityManager): Promise<string[]> {
  const rows: { stream_id: string }[] = await manager.query(
    'select distinct stream_id from reactor_cursor where retry_at <= now() and retry_at is not null and blocked_at is null limit 500',
  );
  return rows.map(({ stream_id }) => stream_id);
}
