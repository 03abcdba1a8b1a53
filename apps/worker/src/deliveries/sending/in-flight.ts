/** Lets so many run at once; the others wait in the order in which they came. */
export class InFlight {
  private running = 0;
  private readonly queue: (() => void)[] = [];

  constructor(private readonly atOnce: number) {}

  async run<T>(work: () => Promise<T>): Promise<T> {
    if (this.running >= this.atOnce) await new Promise<void>((go) => this.queue.push(go));
    else this.running += 1;
    try {
      return await work();
    } finally {
      // Whoever is next takes this place over.
      const next = this.queue.shift();
      if (next) next();
      else this.running -= 1;
    }
  }
}
