import { spawnSync } from 'node:child_process';
import { existsSync, readFileSync, rmSync } from 'node:fs';
import { join } from 'node:path';
import { setTimeout as sleep } from 'node:timers/promises';

export type Postmaster = { readonly pid: number; readonly port: number };

/**
 * The server that is running on `dataDir`, if any. After a crash the pid file stays, and its number may by now belong
 * to another program: such a file is removed, because PostgreSQL would refuse to start beside it.
 */
export function runningPostmaster(dataDir: string): Postmaster | undefined {
  const pidFile = join(dataDir, 'postmaster.pid');
  if (!existsSync(pidFile)) return undefined;
  const found = parsePidFile(readFileSync(pidFile, 'utf8'));
  if (found === undefined || !isAlive(found.pid)) return undefined;
  if (isPostgres(found.pid)) return found;
  rmSync(pidFile, { force: true });
  return undefined;
}

/** Line 1 is the process, line 4 the port. Undefined while the server is still writing it. */
export function parsePidFile(text: string): Postmaster | undefined {
  const lines = text.split('\n');
  const [pid, port] = [Number(lines[0]), Number(lines[3])];
  return pid > 0 && port > 0 ? { pid, port } : undefined;
}

/** Whether a process exists; one of another user counts. */
export function isAlive(pid: number): boolean {
  try {
    process.kill(pid, 0);
    return true;
  } catch (error) {
    return (error as NodeJS.ErrnoException).code === 'EPERM';
  }
}

/** Waits until a process is gone. False when it still runs after `withinMs`. */
export async function waitUntilGone(pid: number, withinMs: number): Promise<boolean> {
  const deadline = performance.now() + withinMs;
  while (isAlive(pid)) {
    if (performance.now() > deadline) return false;
    await sleep(20);
  }
  return true;
}

/** Settles when a process that is not our child is gone. Does not keep this process alive. */
export function watchUntilGone(pid: number): Promise<void> {
  return new Promise((done) => {
    const timer = setInterval(() => {
      if (isAlive(pid)) return;
      clearInterval(timer);
      done();
    }, 500);
    timer.unref();
  });
}

function isPostgres(pid: number): boolean {
  return commandLine(pid).includes('postgres');
}

function commandLine(pid: number): string {
  try {
    return readFileSync(`/proc/${pid}/cmdline`, 'utf8');
  } catch {
    return spawnSync('ps', ['-p', String(pid), '-o', 'command='], { encoding: 'utf8' }).stdout ?? '';
  }
}
