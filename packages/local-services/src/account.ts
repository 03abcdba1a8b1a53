import { readFileSync, statSync } from 'node:fs';
import { userInfo } from 'node:os';
import { dirname } from 'node:path';
import { bringYourOwn } from './platform.js';
import { PlainError } from './plain-error.js';

/** Who the server runs as. No uid means: as whoever started us. */
export type Account = { readonly name: string; readonly uid?: number; readonly gid?: number };

/**
 * PostgreSQL refuses to run as root, so root hands it to the owner of existing data, else to `postgres`, else to
 * `nobody`. Everyone else runs it as themselves, and needs a name: initdb looks it up.
 */
export function serverAccount(dataDir: string): Account {
  if (process.getuid?.() !== 0) return { name: ownName() };
  const passwd = readFileSync('/etc/passwd', 'utf8');
  const owner = ownerOf(dataDir);
  const account =
    (owner ? findAccount(passwd, { uid: owner }) : undefined) ??
    findAccount(passwd, { name: 'postgres' }) ??
    findAccount(passwd, { name: 'nobody' });
  if (account === undefined) {
    throw new PlainError(
      `PostgreSQL will not run as root, and no "postgres" or "nobody" user exists. ${bringYourOwn}`,
    );
  }
  return account;
}

/** Looks an account up in the text of /etc/passwd; root never counts. */
export function findAccount(passwd: string, wanted: { name?: string; uid?: number }): Account | undefined {
  for (const line of passwd.split('\n')) {
    const [name = '', , uid = '', gid = ''] = line.split(':');
    const matches = wanted.name === name || (wanted.uid !== undefined && String(wanted.uid) === uid);
    if (matches && Number(uid) > 0) return { name, uid: Number(uid), gid: Number(gid) };
  }
  return undefined;
}

/** The nearest folder on the way to `path` that other users may not pass, if any. */
export function closedFolder(path: string): string | undefined {
  const parent = dirname(path);
  const above = parent === path ? undefined : closedFolder(parent);
  if (above !== undefined) return above;
  const stats = statSync(path, { throwIfNoEntry: false });
  return stats?.isDirectory() && (stats.mode & 0o001) === 0 ? path : undefined;
}

function ownName(): string {
  try {
    return userInfo().username;
  } catch {
    throw new PlainError(
      `PostgreSQL cannot run under user number ${process.getuid?.()}, which has no name. ${bringYourOwn}`,
    );
  }
}

function ownerOf(path: string): number | undefined {
  return statSync(path, { throwIfNoEntry: false })?.uid;
}
