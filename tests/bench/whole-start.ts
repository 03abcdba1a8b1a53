import { chmodSync, mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { freePort } from '@followon/local-services/free-port';
import { startProcess } from '../support/processes.js';
import { atMost, type Bench, measured, secondsSince } from './measure.js';

const limits = { first: 15, again: 15 };

export const wholeStart: Bench = {
  name: 'start',
  title: 'Start of the whole product',
  run: async ({ repeats, say }) => {
    const [first, again]: [number[], number[]] = [[], []];
    for (let repeat = 0; repeat < repeats; repeat += 1) {
      const dir = mkdtempSync(join(tmpdir(), 'followon-bench-start-'));
      chmodSync(dir, 0o711); // as root the database runs under another account
      first.push(await secondsToReady(dir));
      again.push(await secondsToReady(dir));
      say(`  first ${first.at(-1)?.toFixed(1)} s, again ${again.at(-1)?.toFixed(1)} s`);
      rmSync(dir, { recursive: true, force: true, maxRetries: 5, retryDelay: 200 });
    }
    const figures = { 'first start': measured('s', first), 'every later start': measured('s', again) };
    return {
      bench: wholeStart.name,
      title: wholeStart.title,
      method:
        'what npm start runs after the build, on an empty data folder (database made, migrated, demo network seeded) and again on the same one, until it says where it is ready',
      figures,
      floors: [
        atMost('first start', { is: figures['first start'].median, limit: limits.first, unit: 's' }),
        atMost('later start', { is: figures['every later start'].median, limit: limits.again, unit: 's' }),
      ],
    };
  },
};

async function secondsToReady(dir: string): Promise<number> {
  const port = await freePort();
  const start = performance.now();
  const launcher = startProcess({
    name: 'npm start',
    file: 'packages/local-services/dist/start.js',
    env: { PORT: String(port), FOLLOWON_DATA_DIR: join(dir, 'data'), HOME: dir },
    logFile: join(dir, 'start.log'),
    isReady: (log) => log().includes('Followon is ready'),
  });
  try {
    await launcher.becomesReady(90_000);
    return secondsSince(start);
  } finally {
    await launcher.kill('SIGINT');
  }
}
