import { setTimeout as sleep } from 'node:timers/promises';

const everyMs = 20;

/**
 * Looks again and again until `look` neither throws nor answers `false`, and hands on what it answered.
 * @param what what is awaited, as the end of "waited 4000 ms for …"
 * @param withinMs below Jest's own 5 seconds, so that this message is the one that is seen
 */
export async function eventually<T>(
  what: string,
  look: () => Promise<T | false> | T | false,
  withinMs = 4_000,
): Promise<T> {
  const deadline = performance.now() + withinMs;
  let last: unknown = 'it was still false';
  do {
    try {
      const seen = await look();
      if (seen !== false) return seen;
    } catch (error) {
      last = error;
    }
    await sleep(everyMs);
  } while (performance.now() < deadline);
  const detail = last instanceof Error ? last.message : String(last);
  throw new Error(`Waited ${withinMs} ms for ${what}. Last seen: ${detail}`, { cause: last });
}
