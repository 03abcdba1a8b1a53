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

function whenOrphaned(stop: () => void): void {
  const parent = process.ppid;
  const timer = setInterval(() => {
    if (process.ppid !== parent) stop();
  }, 500);
  timer.unref();
}

/** Settles when the signal aborts. */
export function aborted(signal: AbortSignal): Promise<void> {
  return new Promise((resolve) => {
    if (signal.aborted) resolve();
    else signal.addEventListener('abort', () => resolve(), { once: true });
  });
}
