import { spawnSync } from 'node:child_process';
import {
  chmodSync,
  cpSync,
  existsSync,
  mkdirSync,
  readFileSync,
  renameSync,
  rmSync,
  symlinkSync,
} from 'node:fs';
import { createRequire } from 'node:module';
import { dirname, join, relative } from 'node:path';
import type { Account } from './account.js';
import { bringYourOwn, postgresPackage, thisMachine } from './platform.js';
import { PlainError } from './plain-error.js';

const require = createRequire(import.meta.url);
const programs = ['initdb', 'postgres'] as const;

/**
 * The folder with `bin`, `lib` and `share` of a PostgreSQL that `account` can run. Uses the npm package in place when
 * that works; otherwise (installed in a private home, or read-only without its links) keeps a copy at `copyDir`.
 */
export function findBinaries(account: Account, copyDir: string): string {
  const name = postgresPackage(thisMachine());
  const packageDir = locate(name);
  if (makeLinks(packageDir) && runs(join(packageDir, 'native'), account)) return join(packageDir, 'native');

  const copy = `${copyDir}-${versionOf(packageDir)}`;
  if (!existsSync(copy)) copyBinaries(packageDir, copy);
  const native = join(copy, 'native');
  if (!runs(native, account)) {
    throw new PlainError(
      `The PostgreSQL from ${name} does not run here as user "${account.name}". ${bringYourOwn}`,
    );
  }
  return native;
}

function locate(name: string): string {
  try {
    return join(dirname(require.resolve(name)), '..');
  } catch {
    throw new PlainError(
      `The npm package ${name} is missing: run "npm ci" without --omit=optional, or set DATABASE_URL.`,
    );
  }
}

function versionOf(packageDir: string): string {
  const { version } = JSON.parse(readFileSync(join(packageDir, 'package.json'), 'utf8')) as {
    version: string;
  };
  return version;
}

/** npm packages cannot hold links, and install scripts may be off. False when the folder may not be written. */
function makeLinks(packageDir: string): boolean {
  const list = readFileSync(join(packageDir, 'native/pg-symlinks.json'), 'utf8');
  for (const { source, target } of JSON.parse(list) as { source: string; target: string }[]) {
    const link = join(packageDir, target);
    if (existsSync(link)) continue;
    try {
      symlinkSync(relative(dirname(link), join(packageDir, source)), link);
    } catch (error) {
      const { code } = error as NodeJS.ErrnoException;
      if (code !== 'EEXIST') return false;
    }
  }
  return true;
}

/** Under a name of its own until whole, so that a copy cut short is never taken for a good one. */
function copyBinaries(packageDir: string, copy: string): void {
  const partial = `${copy}.${process.pid}`;
  rmSync(partial, { recursive: true, force: true });
  mkdirSync(partial, { recursive: true });
  cpSync(join(packageDir, 'native'), join(partial, 'native'), { recursive: true, verbatimSymlinks: true });
  makeLinks(partial);
  openToAll(partial);
  if (existsSync(copy)) rmSync(partial, { recursive: true });
  else renameSync(partial, copy);
}

function openToAll(dir: string): void {
  const done = spawnSync('chmod', ['-R', 'u+rwX,go+rX', dir]);
  if (done.status !== 0) throw new PlainError(`Followon cannot make ${dir} readable.`);
  for (const program of programs) chmodSync(join(dir, 'native/bin', program), 0o755);
}

function runs(native: string, account: Account): boolean {
  return programs.every((program) => {
    const { uid, gid } = account;
    return spawnSync(join(native, 'bin', program), ['--version'], { cwd: '/', uid, gid }).status === 0;
  });
}
