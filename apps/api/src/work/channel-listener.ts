import pg from 'pg';

const FIRST_WAIT_MS = 250;
const LONGEST_WAIT_MS = 5_000;
const CONNECT_DEADLINE_MS = 5_000;

interface Spec {
  readonly url: string;
  /** As the connection calls itself in `pg_stat_activity`. */
  readonly name: string;
  readonly channel: string;
  readonly hear: (payload: string | undefined) => void;
  /** Called after a gap in which notices were lost. */
  readonly onReturn?: () => void;
}

/**
 * One LISTEN connection that comes back by itself. At most one attempt is ever under way or waiting: a database that
 * was away must not find all its connections taken by those who waited for it.
 */
export class ChannelListener {
  private client: pg.Client | undefined;
  private timer: NodeJS.Timeout | undefined;
  private failures = 0;
  private stopped = false;

  constructor(private readonly spec: Spec) {}

  /** Returns after the first attempt; when that fails, further ones follow. */
  async start(): Promise<void> {
    const client = new pg.Client({
      connectionString: this.spec.url,
      application_name: this.spec.name,
      keepAlive: true,
      connectionTimeoutMillis: CONNECT_DEADLINE_MS,
    });
    this.client = client;
    client.on('notification', ({ payload }) => this.spec.hear(payload));
    client.on('error', () => this.lost(client));
    client.on('end', () => this.lost(client));
    try {
      await client.connect();
      await client.query(`listen ${this.spec.channel}`);
    } catch {
      return this.lost(client);
    }
    if (this.failures > 0) this.spec.onReturn?.();
    this.failures = 0;
  }

  async stop(): Promise<void> {
    this.stopped = true;
    clearTimeout(this.timer);
    const { client } = this;
    if (client) await leave(client);
  }

  /** An error, a failed attempt and an end may all tell of the same loss: the first counts. */
  private lost(client: pg.Client): void {
    if (client !== this.client) return;
    this.client = undefined;
    void leave(client);
    if (this.stopped) return;
    this.timer = setTimeout(() => void this.start(), this.nextWaitMs()).unref();
    this.failures += 1;
  }

  private nextWaitMs(): number {
    return Math.min(FIRST_WAIT_MS * 2 ** this.failures, LONGEST_WAIT_MS) * (0.5 + Math.random() / 2);
  }
}

async function leave(client: pg.Client): Promise<void> {
  client.removeAllListeners();
  client.on('error', () => undefined);
  await client.end().catch(() => undefined);
}
