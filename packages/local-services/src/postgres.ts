import { type ChildProcess, spawn } from 'node:child_process';
import { closeSync, readFileSync } from 'node:fs';
import { dirname, join, resolve } from 'node:path';
import { setTimeout as sleep } from 'node:timers/promises';
import { type Account, serverAccount } from './account.js';
import { findBinaries } from './binaries.js';
import { ensureCluster, ownerRole, refuseUnreachable } from './cluster.js';
import { makeDataDir } from './data-dir.js';
import { freePort } from './free-port.js';
import { openLog } from './log-file.js';
import { answers } from './postgres-answers.js';
import { PlainError } from './plain-error.js';
import { isAlive, runningPostmaster, waitUntilGone, watchUntilGone } from './postmaster.js';

export type PostgresOptions = {
  /** Kept between runs. Beside it: `<dataDir>.password` (0600), `<dataDir>.log`, and a copy of the binaries if needed. */
  readonly dataDir: string;
  /** A free one unless given. */
  readonly port?: number | undefined;
  /** For tests: nothing is flushed to disk, so a power cut loses data. Never in the product. */
  readonly fast?: boolean;
};

export type RunningPostgres = {
  /** Superuser URL of the database `postgres`, password included: for migrations and set-up only. */
  readonly ownerUrl: string;
  readonly port: number;
  readonly pid: number;
  readonly dataDir: string;
  /** True when the server was already running on this data (its launcher was killed) and has been taken over. */
  readonly adopted: boolean;
  /** Settles when the server is gone, whoever ended it. */
  readonly gone: Promise<void>;
  /** Fast shutdown: open transactions roll back, data is flushed. */
  stop(): Promise<void>;
  /** Immediate shutdown, as in a crash: the next start recovers from the log. For fault tests. */
  crash(): Promise<void>;
};

type Launch = {
  readonly native: string;
  readonly account: Account;
  readonly port: number;
  readonly fast: boolean;
};

const startTimeoutMs = 60_000; // recovery after a crash may have much to read
const stopTimeoutMs = 30_000;
const portAttempts = 3;

/**
 * Starts a real PostgreSQL on loopback from the binaries inside the npm package, creating its data the first time.
 * Works for root (drops to another user) and for ordinary users. Throws a PlainError when it cannot.
 */
export async function startPostgres(options: PostgresOptions): Promise<RunningPostgres> {
  const dataDir = resolve(options.dataDir);
  const fast = options.fast ?? false;
  const account = serverAccount(dataDir);
  makeDataDir(dirname(dataDir));
  refuseUnreachable(dirname(dataDir), account);
  const native = findBinaries(account, `${dataDir}.binaries`);
  const password = ensureCluster({ dataDir, native, account, fast });

  const adopted = await adopt(dataDir, password);
  if (adopted) return adopted;

  for (let attempt = 1; ; attempt++) {
    const port = options.port ?? (await freePort());
    try {
      return await launch(dataDir, password, { native, account, port, fast });
    } catch (error) {
      const mayRetry = options.port === undefined && attempt < portAttempts;
      if (!mayRetry || !lastLines(dataDir).includes('in use')) throw error;
    }
  }
}

/** Takes over a server left behind by a killed launcher; waits for one that is still shutting down. */
async function adopt(dataDir: string, password: string): Promise<RunningPostgres | undefined> {
  const deadline = performance.now() + 15_000;
  for (;;) {
    const found = runningPostmaster(dataDir);
    if (found === undefined) return undefined;
    if ((await answers(urlFor(found.port, password), dataDir)) === 'yes') {
      const gone = watchUntilGone(found.pid);
      return running({ dataDir, password, ...found }, { adopted: true, gone });
    }
    if (performance.now() > deadline) {
      throw new PlainError(
        `A PostgreSQL (process ${found.pid}) already runs on ${dataDir} but does not answer. Stop it, then try again.`,
      );
    }
    await sleep(100);
  }
}

async function launch(dataDir: string, password: string, how: Launch): Promise<RunningPostgres> {
  const child = spawnServer(dataDir, how);
  const gone = new Promise<void>((done) => child.once('exit', () => done()).once('error', () => done()));
  const endWithUs = (): boolean => child.kill('SIGINT');
  process.once('exit', endWithUs);
  void gone.then(() => process.off('exit', endWithUs));
  const deadline = performance.now() + startTimeoutMs;
  while (performance.now() < deadline && child.exitCode === null && child.signalCode === null && child.pid) {
    const answer = await answers(urlFor(how.port, password), dataDir);
    if (answer === 'yes')
      return running({ dataDir, password, pid: child.pid, port: how.port }, { adopted: false, gone });
    if (answer === 'wrong password') break;
    await sleep(25);
  }
  if (child.pid && isAlive(child.pid)) child.kill('SIGINT');
  throw new PlainError(`PostgreSQL did not start. It said: ${lastLines(dataDir)}`);
}

/** In a session of its own: Ctrl-C in the terminal must reach the programs that use it first. */
function spawnServer(dataDir: string, { native, account, port, fast }: Launch): ChildProcess {
  const settings = {
    port,
    listen_addresses: '127.0.0.1',
    unix_socket_directories: '',
    max_connections: 120,
    ...(fast ? { fsync: 'off', synchronous_commit: 'off', full_page_writes: 'off' } : {}),
  };
  const flags = Object.entries(settings).flatMap(([name, value]) => ['-c', `${name}=${value}`]);
  const log = openLog(`${dataDir}.log`);
  const { uid, gid } = account;
  const child = spawn(join(native, 'bin/postgres'), ['-D', dataDir, ...flags], {
    cwd: '/',
    uid,
    gid,
    detached: true,
    stdio: ['ignore', log, log],
    env: { PATH: process.env.PATH, TZ: 'UTC', LC_ALL: 'C' },
  });
  closeSync(log);
  child.unref();
  return child;
}

type Server = {
  readonly dataDir: string;
  readonly password: string;
  readonly pid: number;
  readonly port: number;
};

function running(server: Server, rest: Pick<RunningPostgres, 'adopted' | 'gone'>): RunningPostgres {
  const { dataDir, password, pid, port } = server;
  const end = async (signal: NodeJS.Signals): Promise<void> => {
    if (isAlive(pid)) process.kill(pid, signal);
    if (!(await waitUntilGone(pid, stopTimeoutMs))) {
      throw new PlainError(`PostgreSQL (process ${pid}) did not stop within 30 seconds.`);
    }
  };
  return {
    ...{ ownerUrl: urlFor(port, password), port, pid, dataDir, ...rest },
    stop: () => end('SIGINT'),
    crash: () => end('SIGQUIT'),
  };
}

function urlFor(port: number, password: string): string {
  return `postgres://${ownerRole}:${password}@127.0.0.1:${port}/postgres`;
}

function lastLines(dataDir: string): string {
  return readFileSync(`${dataDir}.log`, 'utf8').trim().split('\n').slice(-5).join(' | ');
}
