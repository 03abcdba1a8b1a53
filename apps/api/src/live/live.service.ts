import { LiveMessage } from '@followon/shared/contract/demo';
import type { OnApplicationBootstrap, OnApplicationShutdown } from '@nestjs/common';
import { Inject, Injectable } from '@nestjs/common';
import pg from 'pg';
import { Observable } from 'rxjs';
import type { Env } from '../env.js';
import { ENV } from '../env.js';
import { log } from '../http/log.js';
import { LiveAudience } from './live-audience.js';

const CHANNEL = 'followon_live';
const HEARTBEAT_MS = 20_000;
const RECONNECT_MS = 1_000;

export interface ServerSent {
  readonly type?: string;
  readonly data: LiveMessage | Record<string, never>;
}

type Listener = (message: LiveMessage) => void;

/** One LISTEN connection for the whole process; every open dashboard hears what its reader may see. */
@Injectable()
export class LiveService implements OnApplicationBootstrap, OnApplicationShutdown {
  private readonly listeners = new Set<Listener>();
  private readonly ends = new Set<() => void>();
  private client: pg.Client | undefined;
  private stopped = false;

  constructor(
    @Inject(ENV) private readonly env: Env,
    private readonly audience: LiveAudience,
  ) {}

  async onApplicationBootstrap(): Promise<void> {
    await this.listen();
  }

  async onApplicationShutdown(): Promise<void> {
    this.stopped = true;
    for (const end of this.ends) end();
    await this.client?.end().catch(() => undefined);
  }

  /** What one browser hears. Its rights are looked up again at every push; when the session is gone the stream ends. */
  stream(token: string | undefined): Observable<ServerSent> {
    return new Observable((subscriber) => {
      const push: Listener = (message) => {
        this.audience.mayHear(token, message).then(
          (answer) => {
            if (answer === 'gone') subscriber.complete();
            if (answer === 'yes') subscriber.next({ data: message });
          },
          (error: unknown) => log.warn({ err: error }, 'a live message could not be checked'),
        );
      };
      const end = () => subscriber.complete();
      const heartbeat = setInterval(() => subscriber.next({ type: 'heartbeat', data: {} }), HEARTBEAT_MS);
      this.listeners.add(push);
      this.ends.add(end);
      subscriber.next({ type: 'heartbeat', data: {} });
      return () => {
        clearInterval(heartbeat);
        this.listeners.delete(push);
        this.ends.delete(end);
      };
    });
  }

  private async listen(): Promise<void> {
    const client = new pg.Client({
      connectionString: this.env.APP_DATABASE_URL,
      application_name: 'followon-live',
      keepAlive: true,
    });
    client.on('notification', ({ payload }) => this.hear(payload));
    client.on('error', () => undefined);
    client.on('end', () => this.reconnect());
    this.client = client;
    await client.connect();
    await client.query(`listen ${CHANNEL}`);
  }

  private reconnect(): void {
    if (this.stopped) return;
    setTimeout(() => void this.listen().catch(() => this.reconnect()), RECONNECT_MS).unref();
  }

  private hear(payload: string | undefined): void {
    const message = LiveMessage.safeParse(JSON.parse(payload ?? 'null'));
    if (!message.success) return;
    for (const listener of this.listeners) listener(message.data);
  }
}
