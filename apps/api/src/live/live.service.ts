import { LiveMessage } from '@followon/shared/contract/demo';
import type { OnApplicationBootstrap, OnApplicationShutdown } from '@nestjs/common';
import { Inject, Injectable } from '@nestjs/common';
import { Observable } from 'rxjs';
import type { Env } from '../env.js';
import { ENV } from '../env.js';
import { log } from '../http/log.js';
import { ChannelListener } from '../work/channel-listener.js';
import { LiveAudience } from './live-audience.js';

const CHANNEL = 'followon_live';
const HEARTBEAT_MS = 20_000;

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
  private readonly channel: ChannelListener;

  constructor(
    @Inject(ENV) env: Env,
    private readonly audience: LiveAudience,
  ) {
    this.channel = new ChannelListener({
      url: env.APP_DATABASE_URL,
      name: 'followon-live',
      channel: CHANNEL,
      hear: (payload) => this.hear(payload),
      onReturn: () => this.endAll(),
    });
  }

  async onApplicationBootstrap(): Promise<void> {
    await this.channel.start();
  }

  async onApplicationShutdown(): Promise<void> {
    this.endAll();
    await this.channel.stop();
  }

  /**
   * What one browser hears. Its rights are looked up again at every push; when the session is gone the stream ends.
   * Neither a push nor a heartbeat keeps a session alive.
   */
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
      const beat = () => {
        this.audience.isThere(token).then(
          (isThere) => (isThere ? subscriber.next({ type: 'heartbeat', data: {} }) : subscriber.complete()),
          () => subscriber.next({ type: 'heartbeat', data: {} }),
        );
      };
      const heartbeat = setInterval(beat, HEARTBEAT_MS);
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

  /** Also after a gap: what was pushed meanwhile is lost, and a browser that comes again fetches everything afresh. */
  private endAll(): void {
    for (const end of [...this.ends]) end();
  }

  private hear(payload: string | undefined): void {
    const message = LiveMessage.safeParse(parsed(payload));
    if (!message.success) return;
    for (const listener of this.listeners) listener(message.data);
  }
}

function parsed(payload = ''): unknown {
  try {
    return JSON.parse(payload);
  } catch {
    return undefined;
  }
}
