import { createHash } from 'node:crypto';
import { accessSync, chmodSync, constants, lstatSync, mkdirSync } from 'node:fs';
import { join, resolve } from 'node:path';
import { fileURLToPath } from 'node:url';
import { closedFolder } from './account.js';
import { PlainError } from './plain-error.js';

/** The root of this repository: the same three levels up from `src` and from `dist`. */
export const repositoryRoot = fileURLToPath(new URL('../../../', import.meta.url)).replace(/(.)\/$/, '$1');

export type DataDirFacts = {
  /** FOLLOWON_DATA_DIR, when set. */
  readonly chosen?: string | undefined;
  readonly repository: string;
  readonly isRoot: boolean;
  /** Whether other users can reach the repository; PostgreSQL runs as one of them when we are root. */
  readonly repositoryIsOpen: boolean;
};

/** Where everything that must survive a restart lives. */
export function chooseDataDir({ chosen, repository, isRoot, repositoryIsOpen }: DataDirFacts): string {
  if (chosen) return resolve(chosen);
  if (!isRoot || repositoryIsOpen) return join(repository, '.followon');
  const hash = createHash('sha256').update(repository).digest('hex').slice(0, 12);
  return join('/var/tmp', `followon-${hash}`);
}

/** `chooseDataDir` for this process and this checkout. */
export function dataDirHere(env: NodeJS.ProcessEnv): string {
  return chooseDataDir({
    chosen: env.FOLLOWON_DATA_DIR,
    repository: repositoryRoot,
    isRoot: process.getuid?.() === 0,
    repositoryIsOpen: closedFolder(repositoryRoot) === undefined,
  });
}

/**
 * Makes the folder. Others may pass through it (the server account must) but not list it. Refuses a folder that
 * somebody else put there first: in /var/tmp anyone can.
 */
export function makeDataDir(dir: string): void {
  const isRoot = process.getuid?.() === 0;
  try {
    const isNew = mkdirSync(dir, { recursive: true }) !== undefined;
    if (isNew) chmodSync(dir, isRoot ? 0o711 : 0o700);
    accessSync(dir, constants.W_OK);
  } catch (error) {
    throw new PlainError(
      `Followon cannot write to ${dir} (${codeOf(error)}). Set FOLLOWON_DATA_DIR to a folder it may use.`,
    );
  }
  const stats = lstatSync(dir);
  const mayBePlanted = dir.startsWith('/var/tmp/followon-') && stats.uid !== process.getuid?.();
  if (!stats.isDirectory() || mayBePlanted) {
    throw new PlainError(`${dir} belongs to somebody else. Set FOLLOWON_DATA_DIR to a folder of your own.`);
  }
}

function codeOf(error: unknown): string {
  return (error as NodeJS.ErrnoException).code ?? 'unknown error';
}
