import type { AlertView } from '@followon/shared/contract/alerts';
import type { Page } from '@followon/shared/contract/page';

/** As the dashboard waits, so that a burst of messages asks once (apps/web/src/api/live.ts). */
const SETTLE_MS = 250;

/** A dashboard that somebody has left open: it hears what changed and asks again for what needs them. */
export interface OpenDashboard {
  /** When each group's alert was first on the list, by `performance.now()`. */
  readonly seen: ReadonlyMap<string, number>;
  close(): void;
}

/** @param url of the API @param cookie of a signed-in clinician */
export async function anOpenDashboard(url: string, cookie: string): Promise<OpenDashboard> {
  const stop = new AbortController();
  const seen = new Map<string, number>();
  let timer: ReturnType<typeof setTimeout> | undefined;
  const look = async (): Promise<void> => {
    timer = undefined;
    const answer = await fetch(`${url}/api/alerts?needsYou=true&limit=100`, { headers: { cookie } });
    const { items } = (await answer.json()) as Page<AlertView>;
    const at = performance.now();
    for (const { groupId } of items) if (groupId !== null && !seen.has(groupId)) seen.set(groupId, at);
  };
  const live = await fetch(`${url}/api/live`, { headers: { cookie }, signal: stop.signal });
  if (!live.ok || !live.body) throw new Error(`The live connection answered ${live.status}.`);
  void hear(live.body, () => {
    timer ??= setTimeout(() => void look().catch(() => undefined), SETTLE_MS);
  }).catch(() => undefined);
  return {
    seen,
    close: () => {
      clearTimeout(timer);
      stop.abort();
    },
  };
}

async function hear(body: ReadableStream<Uint8Array>, onMessage: () => void): Promise<void> {
  const decoder = new TextDecoder();
  for await (const chunk of body as unknown as AsyncIterable<Uint8Array>) {
    if (/^data: ?\{/m.test(decoder.decode(chunk, { stream: true }))) onMessage();
  }
}
