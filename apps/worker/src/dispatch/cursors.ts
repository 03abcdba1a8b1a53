import { prepared } from '@followon/shared/db/prepared';
import type { EntityManager } from 'typeorm';
import type { Reactor } from './reaction.js';
import type { StreamOf } from './stored-events.js';

/**
 * Names the principal, inserts what is missing and locks all, in the order of their names. The table is one that holds
 * numbers only and is open to the worker whatever the principal, so this may be a transaction's first statement.
 */
const LOCK = {
  name: 'lock-cursors',
  text: `
  insert into reactor_cursor as c (reactor, stream_id, site_id)
  select reactor, $1::uuid, $2::uuid from unnest($3::text[]) as r(reactor) order by reactor
  on conflict (reactor, stream_id) do update set site_id = c.site_id
  returning c.reactor, c.last_seq, c.blocked_at is not null or coalesce(c.retry_at > now(), false) as rests,
    set_config('app.site_id', $2::uuid::text, true)`,
};

/**
 * Acts for the stream's site from here on, and answers where each reactor stands now that nobody else can move it
 * until the transaction ends; blocked and waiting ones are left out.
 */
export async function lockCursors(
  manager: EntityManager,
  { streamId, siteId }: StreamOf,
  reactors: readonly Reactor[],
): Promise<ReadonlyMap<Reactor, number>> {
  const rows = await prepared<{ reactor: Reactor; last_seq: number; rests: boolean }>(manager, LOCK, [
    streamId,
    siteId,
    reactors,
  ]);
  return new Map(rows.filter(({ rests }) => !rests).map(({ reactor, last_seq }) => [reactor, last_seq]));
}

/** One statement for reactors that have nothing to do about what they have not read. */
const PASS = `
  insert into reactor_cursor as c (reactor, stream_id, site_id, last_seq)
  select reactor, $1::uuid, $2::uuid, seq from jsonb_to_recordset($3::jsonb) as m(reactor text, seq bigint) order by reactor
  on conflict (reactor, stream_id) do update set last_seq = excluded.last_seq
  where c.blocked_at is null and c.last_seq < excluded.last_seq`;

/** Moves cursors past events that their reactors do not read. Never back, and never a blocked one. */
export async function passBy(
  manager: EntityManager,
  { streamId, siteId }: StreamOf,
  moves: ReadonlyMap<Reactor, number>,
): Promise<void> {
  const rows = [...moves].map(([reactor, seq]) => ({ reactor, seq }));
  await manager.query(PASS, [streamId, siteId, JSON.stringify(rows)]);
}

const FAILED = `
  update reactor_cursor set attempts = attempts + 1, last_error = $3,
    retry_at = case when attempts + 1 < $4 then now() + make_interval(secs => $5) end,
    blocked_at = case when attempts + 1 < $4 then null else now() end
  where reactor = $1 and stream_id = $2 and last_seq < $6 returning blocked_at is not null as blocked`;

const DEAD = `
  insert into dead_event (reactor, event_id, site_id, reason) values ($1, $2, $3, $4)
  on conflict (reactor, event_id) where resolution is null do nothing`;

export interface Failure {
  readonly reactor: Reactor;
  readonly eventId: string;
  readonly seq: number;
  readonly reason: string;
  readonly mostAttempts: number;
  readonly retryInMs: number;
}

/** Remembers a throw: the cursor waits, and after the last attempt it stops for an administrator. Answers whether it stopped. */
export async function recordFailure(
  manager: EntityManager,
  stream: StreamOf,
  failure: Failure,
): Promise<boolean> {
  const { reactor, reason, mostAttempts, retryInMs } = failure;
  await lockCursors(manager, stream, [reactor]);
  const answer: [{ blocked: boolean }[], number] = await manager.query(FAILED, [
    reactor,
    stream.streamId,
    reason,
    mostAttempts,
    retryInMs / 1_000,
    failure.seq,
  ]);
  const blocked = answer[0][0]?.blocked ?? false;
  if (blocked) await manager.query(DEAD, [reactor, failure.eventId, stream.siteId, reason]);
  return blocked;
}
