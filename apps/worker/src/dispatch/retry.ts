const GROWS_BY = 4;
const LONGEST_MS = 30_000;

/** How long to wait after a throw that had `attempts` before it: exponential, with jitter, at most about 30 s. */
export function retryInMs(attempts: number, baseMs: number): number {
  const straight = Math.min(LONGEST_MS, baseMs * GROWS_BY ** attempts);
  return straight * (0.75 + Math.random() / 2);
}
