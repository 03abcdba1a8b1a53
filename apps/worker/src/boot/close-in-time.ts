import { setTimeout as sleep } from 'node:timers/promises';
import type { Worker } from 'bullmq';

/** How long running work may take before the process ends all the same; nothing is lost with it. */
const LONGEST_CLOSE_MS = 25_000;

/** Never forced: a job that was fetched but not begun would come back only after its lock runs out. */
export async function closeInTime(worker: Worker): Promise<void> {
  const gaveUp = new AbortController();
  const deadline = sleep(LONGEST_CLOSE_MS, undefined, { signal: gaveUp.signal }).catch(() => undefined);
  await Promise.race([worker.close(), deadline]);
  gaveUp.abort();
}
