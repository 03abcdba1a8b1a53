import { openWorker } from '@followon/shared/doorbell/doorbell';

/** The bare arm: BullMQ with nothing to do. */
const [redisUrl, prefix] = process.argv.slice(2) as [string, string];
const concurrency = 50;

const worker = openWorker({ kind: 'redis', url: redisUrl, prefix }, 'streams', {
  process: () => Promise.resolve(),
  options: { concurrency },
});
worker.on('error', () => undefined);
await worker.waitUntilReady();
process.stdout.write('ready\n');
