import { setTimeout as sleep } from 'node:timers/promises';
import type { Stage } from './stage.js';

/** Cursors of reactors that were seen at least once, on streams that hold more than they have read. */
const BEHIND = `
  select count(*)::int as n from stream_head h cross join (select distinct reactor from reactor_cursor) r
  left join reactor_cursor c on c.stream_id = h.stream_id and c.reactor = r.reactor
  where coalesce(c.last_seq, 0) < h.next_seq - 1 and c.blocked_at is null`;

/** Waits until nothing is left to read, or until it is late: then the invariants tell what is missing. Answers seconds. */
export async function drained(stage: Stage, withinMs: number): Promise<number> {
  const start = performance.now();
  for (;;) {
    const [row] = await stage.query<{ n: number; any: boolean }>(
      `select (${BEHIND}) as n, exists (select 1 from reactor_cursor) as any`,
    );
    const tookMs = performance.now() - start;
    if ((row?.any && row.n === 0) || tookMs > withinMs) return Math.round(tookMs / 100) / 10;
    await sleep(100);
  }
}

/** Whether a worker has a transaction open right now. */
export async function workersBusy(stage: Stage): Promise<boolean> {
  const [row] = await stage.query<{ busy: boolean }>(
    `select exists (select 1 from pg_stat_activity where usename = 'worker_rt' and (state like '%transaction%' or state = 'active')
       and query not ilike 'listen%') as busy`,
  );
  return row?.busy ?? false;
}
