import type { QueryClient } from '@tanstack/react-query';

/** What changed, never what it became: the reader asks again with their own rights. */
interface LiveMessage {
  readonly kind: 'group' | 'programme' | 'site';
  readonly id: string;
}

/** Which questions an answer may have gone stale for. */
const STALE: Readonly<Record<LiveMessage['kind'], readonly string[]>> = {
  group: ['groups', 'meetings', 'alerts', 'sites', 'nudges'],
  programme: ['programmes', 'handovers', 'alerts', 'sites'],
  site: ['sites', 'groups', 'programmes'],
};

const SETTLE_MS = 250;

/** Gathers a burst of messages (an import, a skipped week) into one round of questions. */
export function refresher(queries: QueryClient): (message: LiveMessage) => void {
  const waiting = new Set<string>();
  let timer: ReturnType<typeof setTimeout> | undefined;
  const flush = () => {
    timer = undefined;
    for (const word of waiting) void queries.invalidateQueries({ queryKey: [word] });
    waiting.clear();
  };
  return (message) => {
    for (const word of STALE[message.kind] ?? []) waiting.add(word);
    timer ??= setTimeout(flush, SETTLE_MS);
  };
}

/** One connection a browser, however many tabs: the tab that holds the lock listens and tells the others. */
export function listen(queries: QueryClient): () => void {
  if (!('locks' in navigator) || !('EventSource' in globalThis)) return () => undefined;
  const stop = new AbortController();
  const channel = new BroadcastChannel('followon-live');
  const refresh = refresher(queries);
  channel.onmessage = (event: MessageEvent<LiveMessage>) => refresh(event.data);
  const lead = () =>
    new Promise<void>((done) => {
      const source = new EventSource('/api/live');
      source.onmessage = (event: MessageEvent<string>) => {
        const message = JSON.parse(event.data) as LiveMessage;
        channel.postMessage(message);
        refresh(message);
      };
      stop.signal.addEventListener('abort', () => {
        source.close();
        done();
      });
    });
  navigator.locks.request('followon-live', { signal: stop.signal }, lead).catch(() => undefined);
  return () => {
    stop.abort();
    channel.close();
  };
}
