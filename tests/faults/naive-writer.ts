import { setTimeout as sleep } from 'node:timers/promises';
import { openQueue } from '@followon/shared/doorbell/doorbell';
import pg from 'pg';

/**
 * What everybody writes first: commit, then `queue.add`. Dying in between, or a Redis that is away or forgets,
 * loses the work. Each lane writes one event after the other, and goes on where the last one ended.
 */
const [url, redisUrl, lanes, total, perSecond] = process.argv.slice(2) as [
  string,
  string,
  string,
  string,
  string,
];
const laneCount = Number(lanes);
const each = Math.ceil(Number(total) / laneCount);
const pauseMs = (laneCount * 1_000) / Number(perSecond);

const pool = new pg.Pool({ connectionString: url, max: laneCount });
pool.on('error', () => undefined);
const queue = openQueue({ kind: 'redis', url: redisUrl, prefix: '{naive}' }, 'streams');
queue.on('error', () => undefined);

async function run(lane: number): Promise<void> {
  const { rows } = await pool.query<{ done: number }>(
    'select coalesce(max(seq), 0)::int as done from naive_event where lane = $1',
    [lane],
  );
  for (let seq = (rows[0]?.done ?? 0) + 1; seq <= each;) {
    await sleep(pauseMs);
    const written = await pool
      .query('insert into naive_event (lane, seq) values ($1, $2)', [lane, seq])
      .catch(() => undefined);
    if (!written) continue;
    await queue
      .add('event', { lane, seq }, { removeOnComplete: true, removeOnFail: true })
      .catch(() => undefined);
    seq += 1;
  }
}

process.stdout.write('ready\n');
await Promise.all(Array.from({ length: laneCount }, (_, lane) => run(lane)));
process.stdout.write('done\n');
setInterval(() => undefined, 1_000);
