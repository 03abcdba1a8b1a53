/**
 * Hands the first message of a key on at once; what else comes for that key within `everyMs` is handed on as one, the
 * last of them, when that time is over. A burst of changes to one stream costs its readers two looks, not hundreds.
 */
export class Coalesced<M> {
  private readonly waiting = new Map<string, { last: M | undefined; readonly timer: NodeJS.Timeout }>();

  constructor(
    private readonly everyMs: number,
    private readonly keyOf: (message: M) => string,
    private readonly hand: (message: M) => void,
  ) {}

  take(message: M): void {
    const wait = this.waiting.get(this.keyOf(message));
    if (wait) wait.last = message;
    else this.handAndWait(message);
  }

  stop(): void {
    for (const { timer } of this.waiting.values()) clearTimeout(timer);
    this.waiting.clear();
  }

  private handAndWait(message: M): void {
    const key = this.keyOf(message);
    this.waiting.set(key, { last: undefined, timer: setTimeout(() => this.over(key), this.everyMs) });
    this.hand(message);
  }

  private over(key: string): void {
    const last = this.waiting.get(key)?.last;
    this.waiting.delete(key);
    if (last !== undefined) this.handAndWait(last);
  }
}
