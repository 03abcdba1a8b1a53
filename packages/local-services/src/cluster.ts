import { spawnSync } from 'node:child_process';
import { randomBytes } from 'node:crypto';
import {
  chmodSync,
  chownSync,
  existsSync,
  mkdirSync,
  readFileSync,
  renameSync,
  rmSync,
  writeFileSync,
} from 'node:fs';
import { join } from 'node:path';
import { type Account, closedFolder } from './account.js';
import { bringYourOwn } from './platform.js';
import { PlainError } from './plain-error.js';

export type ClusterPlace = {
  readonly dataDir: string;
  readonly native: string;
  readonly account: Account;
  /** Skips flushing to disk: for tests, whose data nobody misses. */
  readonly fast: boolean;
};

/** The major version of the binaries; a data folder of another one cannot be opened. */
const majorVersion = '18';

/** The name PostgreSQL's first user has. It owns everything and is used by migrations only. */
export const ownerRole = 'postgres';

/** Creates the cluster unless it is there, and returns the owner's password. */
export function ensureCluster(place: ClusterPlace): string {
  const { dataDir } = place;
  const passwordFile = `${dataDir}.password`;
  if (existsSync(join(dataDir, 'PG_VERSION'))) {
    refuseOtherVersion(dataDir);
    return readPassword(passwordFile, dataDir);
  }
  const password = randomBytes(24).toString('base64url');
  writeFileSync(passwordFile, password, { mode: 0o600 });
  initdb(place, password);
  return password;
}

/** Into a folder of another name until whole: an initdb cut short must not look like data. */
function initdb({ dataDir, native, account, fast }: ClusterPlace, password: string): void {
  const fresh = `${dataDir}.new`;
  const pwfile = `${dataDir}.pwfile`;
  rmSync(fresh, { recursive: true, force: true });
  mkdirSync(fresh, { mode: 0o700 });
  writeFileSync(pwfile, password, { mode: 0o600 });
  for (const path of [fresh, pwfile]) give(path, account);

  const fixed = [
    '--auth=scram-sha-256',
    '--encoding=UTF8',
    '--locale=C',
    '--data-checksums',
    '--no-instructions',
  ];
  const args = [`--pgdata=${fresh}`, `--username=${ownerRole}`, `--pwfile=${pwfile}`, ...fixed];
  const { uid, gid } = account;
  const run = spawnSync(join(native, 'bin/initdb'), fast ? [...args, '--no-sync'] : args, {
    cwd: '/',
    uid,
    gid,
    env: { PATH: process.env.PATH, TZ: 'UTC', LC_ALL: 'C' },
    encoding: 'utf8',
  });
  rmSync(pwfile);
  if (run.status !== 0) {
    rmSync(fresh, { recursive: true, force: true });
    const why = (run.stderr || String(run.error)).trim().split('\n').slice(-3).join(' ');
    throw new PlainError(`PostgreSQL could not create its data in ${dataDir}: ${why} ${bringYourOwn}`);
  }
  renameSync(fresh, dataDir);
}

/** Gives one path to the server account; a no-op unless we are root. */
export function give(path: string, { uid, gid }: Account): void {
  if (uid === undefined || gid === undefined) return;
  chownSync(path, uid, gid);
  chmodSync(path, path.endsWith('.pwfile') ? 0o600 : 0o700);
}

/** Throws a PlainError when the server account cannot get into `dir`; asked of the system, as that user. */
export function refuseUnreachable(dir: string, { name, uid, gid }: Account): void {
  if (uid === undefined) return;
  const entered = spawnSync('/bin/sh', ['-c', 'cd "$1"', 'sh', dir], { cwd: '/', uid, gid });
  if (entered.status === 0) return;
  const closed = closedFolder(dir) ?? dir;
  throw new PlainError(
    `PostgreSQL runs as user "${name}", who cannot get into ${closed}. Set FOLLOWON_DATA_DIR to a folder outside it.`,
  );
}

function refuseOtherVersion(dataDir: string): void {
  const found = readFileSync(join(dataDir, 'PG_VERSION'), 'utf8').trim();
  if (found === majorVersion) return;
  throw new PlainError(
    `The data in ${dataDir} was made by PostgreSQL ${found}; this is PostgreSQL ${majorVersion}.`,
  );
}

function readPassword(passwordFile: string, dataDir: string): string {
  if (existsSync(passwordFile)) return readFileSync(passwordFile, 'utf8').trim();
  throw new PlainError(
    `The data in ${dataDir} is there, but its password file ${passwordFile} is missing. Put it back, or run "npm run reset".`,
  );
}
