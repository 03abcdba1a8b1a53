const FIRST_WAIT_MS = 1_000;
const LONGEST_WAIT_MS = 60_000;

/** Twice as long each time up to a minute, and never two browsers at the same moment. */
const waitBefore = (attempt: number): number =>
  Math.min(LONGEST_WAIT_MS, FIRST_WAIT_MS * 2 ** attempt) * (0.5 + Math.random() / 2);

interface Ears {
  readonly signal: AbortSignal;
  readonly onMessage: (data: string) => void;
  /** The stream is back after a break: what was said meanwhile was not heard. */
  readonly onGap: () => void;
}

/**
 * Listens to a stream of server-sent events until `signal`. The browser mends a broken line itself, but gives a
 * refused one up for good: that one is opened again here. The promise ends only with `signal`, so a lock held for it
 * is never left behind by a deaf tab.
 */
export function stayConnected(url: string, { signal, onMessage, onGap }: Ears): Promise<void> {
  return new Promise((done) => {
    let source: EventSource | undefined;
    let timer: ReturnType<typeof setTimeout> | undefined;
    let refused = 0;
    let heardBefore = false;
    const open = () => {
      const line = new EventSource(url);
      source = line;
      line.onopen = () => {
        if (heardBefore) onGap();
        heardBefore = true;
        refused = 0;
      };
      line.onmessage = (event: MessageEvent<string>) => onMessage(event.data);
      line.onerror = () => {
        if (line.readyState !== EventSource.CLOSED || signal.aborted) return;
        timer = setTimeout(open, waitBefore(refused));
        refused += 1;
      };
    };
    signal.addEventListener('abort', () => {
      clearTimeout(timer);
      source?.close();
      done();
    });
    if (signal.aborted) done();
    else open();
  });
}
