export type Death = { readonly at: number; readonly livedMs: number };
export type Verdict = { readonly restartInMs: number } | { readonly giveUp: true };

const windowMs = 60_000;
const quickMs = 10_000;
const quickDeathsAllowed = 10;
const firstPauseMs = 200;
const longestPauseMs = 3000; // a program that dies is back within 5 seconds, its own start included

/**
 * What to do after the latest of `deaths` (times in ms of one clock, oldest first). Only programs that died within
 * 10 s of their start count towards giving up: one that ran well and was killed comes back at once, however often.
 */
export function afterDeath(deaths: readonly Death[]): Verdict {
  const latest = deaths.at(-1);
  if (latest === undefined) return { restartInMs: 0 };
  const quick = deaths.filter(({ at, livedMs }) => latest.at - at < windowMs && livedMs < quickMs).length;
  if (quick >= quickDeathsAllowed) return { giveUp: true };
  return { restartInMs: Math.min(longestPauseMs, firstPauseMs * 2 ** Math.max(0, quick - 1)) };
}
