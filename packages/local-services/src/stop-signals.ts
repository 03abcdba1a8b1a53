import { readFileSync } from 'node:fs';

/**
 * Aborts when this process is asked to end: Ctrl-C, SIGTERM, a closed terminal, or an npm that was killed and could
 * not pass the word on. Asked again, it goes on stopping: npm itself sends Ctrl-C twice.
 */
export function stopSignals(): AbortSignal {
  const controller = new AbortController();
  const stop = (): void => controller.abort();
  for (const signal of ['SIGINT', 'SIGTERM', 'SIGHUP'] as const) process.on(signal, stop);
  if (process.env.npm_lifecycle_event === 'start') whenOrphaned(stop);
  return controller.signal;
}

/** npm starts us through a shell, which may outlive it: both are watched. */
function whenOrphaned(stop: () => void): void {
  const shell = process.ppid;
  const npm = parentOf(shell);
  const timer = setInterval(() => {
    if (process.ppid !== shell || parentOf(shell) !== npm) stop();
  }, 500);
  timer.unref();
}

/** The parent of a process, where /proc can tell. The line is "pid (name) state parent …", and a name may hold spaces. */
function parentOf(pid: number): string | undefined {
  try {
    const line = readFileSync(`/proc/${pid}/stat`, 'utf8');
    return line.slice(line.lastIndexOf(')') + 2).split(' ')[1];
  } catch {
    return undefined;
  }
}

/** Settles when the signal aborts. */
export function aborted(signal: AbortSignal): Promise<void> {
  return new Promise((resolve) => {
    if (signal.aborted) resolve();
    else signal.addEventListener('abort', () => resolve(), { once: true });
  });
}
