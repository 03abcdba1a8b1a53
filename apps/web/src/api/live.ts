import type { QueryClient } from '@tanstack/react-query';
import { stayConnected } from './stay-connected.js';

/** What changed, never what it became: the reader asks again with their own rights. */
interface LiveMessage {
  readonly kind: 'group' | 'programme' | 'site';
  readonly id: string;
}

/** Said to every tab after a gap: anything may have changed meanwhile. */
const MISSED = 'missed';
type Heard = LiveMessage | typeof MISSED;

/** Which questions an answer may have gone stale for; the session tells which day it is, on a page left open overnight. */
const STALE: Readonly<Record<LiveMessage['kind'], readonly string[]>> = {
  group: ['session', 'groups', 'meetings', 'alerts', 'sites', 'nudges', 'handovers'],
  programme: ['session', 'programmes', 'handovers', 'alerts', 'sites'],
  site: ['session', 'sites', 'groups', 'programmes'],
};

const SETTLE_MS = 250;

/** Gathers a burst of messages (an import, a skipped week) into one round of questions; after a gap asks everything. */
export function refresher(queries: QueryClient): (heard: Heard) => void {
  const waiting = new Set<string>();
  let missed = false;
  let timer: ReturnType<typeof setTimeout> | undefined;
  const flush = () => {
    timer = undefined;
    if (missed) void queries.invalidateQueries();
    else for (const word of waiting) void queries.invalidateQueries({ queryKey: [word] });
    waiting.clear();
    missed = false;
  };
  return (heard) => {
    if (heard === MISSED) missed = true;
    else for (const word of STALE[heard.kind] ?? []) waiting.add(word);
    timer ??= setTimeout(flush, SETTLE_MS);
  };
}

/** One connection a browser, however many tabs: the tab that holds the lock listens and tells the others. */
export function listen(queries: QueryClient): () => void {
  if (!('locks' in navigator) || !('EventSource' in globalThis)) return () => undefined;
  const stop = new AbortController();
  const channel = new BroadcastChannel('followon-live');
  const refresh = refresher(queries);
  channel.onmessage = (event: MessageEvent<Heard>) => refresh(event.data);
  const tell = (heard: Heard) => {
    channel.postMessage(heard);
    refresh(heard);
  };
  const lead = () =>
    stayConnected('/api/live', {
      signal: stop.signal,
      onMessage: (data) => tell(JSON.parse(data) as LiveMessage),
      onGap: () => tell(MISSED),
    });
  navigator.locks.request('followon-live', { signal: stop.signal }, lead).catch(() => undefined);
  return () => {
    stop.abort();
    channel.close();
  };
}
