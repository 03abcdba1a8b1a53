import { setTimeout as sleep } from 'node:timers/promises';
import { ensureDatabase, withDatabase } from './database.js';
import { takeLauncherLock } from './launcher-lock.js';
import { explain, PlainError } from './plain-error.js';
import { type RunningPostgres, startPostgres } from './postgres.js';
import { type Running, supervise } from './supervisor.js';

export type StartedDatabase = {
  /** The owner's URL of the database `followon`. */
  readonly ownerUrl: string;
  readonly label: string;
  readonly embedded: boolean;
  /** Settles with a sentence when the database is beyond help. */
  readonly gaveUp: Promise<string>;
  stop(): Promise<void>;
};

const stopWithinMs = 30_000;

/** The database behind DATABASE_URL, left as it is when we stop. */
export async function useDatabase(url: string): Promise<StartedDatabase> {
  await ensureDatabase(url);
  const label = `your PostgreSQL at ${new URL(url).host} (DATABASE_URL)`;
  return {
    ownerUrl: url,
    label,
    embedded: false,
    gaveUp: new Promise(() => undefined),
    stop: async () => undefined,
  };
}

/** The embedded PostgreSQL, started again on the same port should it die. */
export async function embedDatabase(dataDir: string, say: (line: string) => void): Promise<StartedDatabase> {
  const server = await startPostgres({ dataDir });
  let lock = await takeLauncherLock(server.ownerUrl);
  if (lock === undefined) {
    throw new PlainError(
      `Followon is already running on the data in ${dataDir}. Stop it first, or set FOLLOWON_DATA_DIR.`,
    );
  }
  let next: Promise<RunningPostgres> | undefined = Promise.resolve(server);
  const supervised = supervise({
    name: 'database',
    start: () => {
      const started = next ?? startPostgres({ dataDir, port: server.port });
      if (!next)
        void started
          .then(async ({ ownerUrl }) => (lock = await takeLauncherLock(ownerUrl)))
          .catch(() => undefined);
      next = undefined;
      return asProgram(started);
    },
    now: () => performance.now(),
    pause: (ms) => sleep(ms),
    say,
  });
  const stop = async (): Promise<void> => {
    await lock?.release();
    await supervised.stop(stopWithinMs);
  };
  const ownerUrl = withDatabase(server.ownerUrl, 'followon');
  await ensureDatabase(ownerUrl);
  return { ownerUrl, label: 'embedded PostgreSQL 18', embedded: true, gaveUp: supervised.gaveUp, stop };
}

/** A server as the supervisor sees programs; asked to end, it always flushes its data first. */
function asProgram(starting: Promise<RunningPostgres>): Running {
  return {
    gone: starting.then((server) => server.gone.then(() => `process ${server.pid} ended`), explain),
    kill: () => void starting.then((server) => server.stop()).catch(() => undefined),
  };
}
