import { inBrief, log } from '../log.js';

/** Does something again and again, never twice at once. What throws is logged and tried again at the next turn. */
export class Loop {
  private timer: NodeJS.Timeout | undefined;
  private running: Promise<void> = Promise.resolve();
  private stopped = false;

  constructor(
    private readonly name: string,
    private readonly everyMs: number,
    private readonly turn: () => Promise<unknown>,
  ) {}

  start(): void {
    this.timer = setTimeout(() => {
      this.running = this.once().finally(() => {
        if (!this.stopped) this.start();
      });
    }, this.everyMs);
  }

  /** No more turns; waits for the one that runs. */
  async stop(): Promise<void> {
    this.stopped = true;
    clearTimeout(this.timer);
    await this.running;
  }

  private async once(): Promise<void> {
    try {
      await this.turn();
    } catch (error) {
      log.warn({ loop: this.name, error: inBrief(error) }, 'a turn failed and will be tried again');
    }
  }
}
