export type ReadyCheck = {
  readonly url: string;
  readonly withinMs: number;
  readonly now: () => number;
  readonly pause: (ms: number) => Promise<void>;
  /** Answers the HTTP status, or rejects while nobody listens. */
  readonly ask: (url: string) => Promise<number>;
};

/** True once `url` answers 200; false when it has not in time. */
export async function becomesReady({ url, withinMs, now, pause, ask }: ReadyCheck): Promise<boolean> {
  const deadline = now() + withinMs;
  while (now() < deadline) {
    const status = await ask(url).catch(() => 0);
    if (status === 200) return true;
    await pause(100);
  }
  return false;
}

/** The status of one GET that gives up after two seconds. */
export async function statusOf(url: string): Promise<number> {
  const response = await fetch(url, { signal: AbortSignal.timeout(2000) });
  await response.body?.cancel();
  return response.status;
}
