import { openWorker } from '@followon/shared/doorbell/doorbell';
import pg from 'pg';

/** Applies what the job says, without a cursor: a job that runs again is applied again. */
const [url, redisUrl] = process.argv.slice(2) as [string, string];
const pool = new pg.Pool({ connectionString: url, max: 20 });
pool.on('error', () => undefined);

const worker = openWorker({ kind: 'redis', url: redisUrl, prefix: '{naive}' }, 'streams', {
  process: async ({ data }) => {
    const { lane, seq } = data as { lane: number; seq: number };
    await pool.query('insert into naive_effect (lane, seq) values ($1, $2)', [lane, seq]);
  },
  options: { concurrency: 20, lockDuration: 2_000, stalledInterval: 1_000, maxStalledCount: 1_000_000 },
});
worker.on('error', () => undefined);
await worker.waitUntilReady();
process.stdout.write('ready\n');
