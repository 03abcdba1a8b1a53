import { LiveMessage } from '@followon/shared/contract/demo';
import type { OnApplicationBootstrap, OnApplicationShutdown } from '@nestjs/common';
import { Inject, Injectable } from '@nestjs/common';
import type { Subscriber } from 'rxjs';
import { Observable } from 'rxjs';
import type { Env } from '../env.js';
import { ENV } from '../env.js';
import { log } from '../http/log.js';
import { Refusal } from '../http/problem.js';
import { ChannelListener } from '../work/channel-listener.js';
import { Coalesced } from './coalesced.js';
import { LiveAudience } from './live-audience.js';

const CHANNEL = 'followon_live';
const HEARTBEAT_MS = 20_000;
const COALESCE_MS = 250;
/** The tabs of one browser share one stream; five leaves room for windows that cannot. */
const MOST_STREAMS = 5;

export interface ServerSent {
  readonly type?: string;
  readonly data: LiveMessage | Record<string, never>;
}

type Stream = Subscriber<ServerSent>;

/** One LISTEN connection for the whole process; every open dashboard hears what its reader may see. */
@Injectable()
export class LiveService implements OnApplicationBootstrap, OnApplicationShutdown {
  /** Open streams by their session's token: however many there are, its rights are looked up once. */
  private readonly readers = new Map<string, Set<Stream>>();
  private readonly changes = new Coalesced<LiveMessage>(
    COALESCE_MS,
    ({ id }) => id,
    (message) => this.tellAll(message),
  );
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
    this.changes.stop();
    this.endAll();
    await this.channel.stop();
  }

  /**
   * What one browser hears. Its rights are looked up again at every push; when the session is gone the stream ends.
   * Neither a push nor a heartbeat keeps a session alive.
   * @throws Refusal 429 when the session has too many open already
   */
  stream(token: string): Observable<ServerSent> {
    if ((this.readers.get(token)?.size ?? 0) >= MOST_STREAMS) {
      throw new Refusal('too-many', 'too-many-streams', 'Followon is open in too many windows.', {
        detail: 'Close some of them, then load this page again.',
        retryAfterSeconds: HEARTBEAT_MS / 1_000,
      });
    }
    return new Observable((stream) => {
      const heartbeat = setInterval(() => this.beat(token, stream), HEARTBEAT_MS);
      this.open(token, stream);
      stream.next({ type: 'heartbeat', data: {} });
      return () => {
        clearInterval(heartbeat);
        this.close(token, stream);
      };
    });
  }

  private open(token: string, stream: Stream): void {
    this.readers.set(token, (this.readers.get(token) ?? new Set()).add(stream));
  }

  private close(token: string, stream: Stream): void {
    const streams = this.readers.get(token);
    streams?.delete(stream);
    if (streams?.size === 0) this.readers.delete(token);
  }

  private beat(token: string, stream: Stream): void {
    this.audience.isThere(token).then(
      (isThere) => (isThere ? stream.next({ type: 'heartbeat', data: {} }) : stream.complete()),
      () => stream.next({ type: 'heartbeat', data: {} }),
    );
  }

  /** Also after a gap: what was pushed meanwhile is lost, and a browser that comes again fetches everything afresh. */
  private endAll(): void {
    for (const streams of [...this.readers.values()]) for (const stream of [...streams]) stream.complete();
  }

  private hear(payload: string | undefined): void {
    const message = LiveMessage.safeParse(parsed(payload));
    if (message.success) this.changes.take(message.data);
  }

  private tellAll(message: LiveMessage): void {
    for (const [token, streams] of this.readers) {
      this.tell(token, [...streams], message).catch((error: unknown) =>
        log.warn({ err: error }, 'a live message could not be checked'),
      );
    }
  }

  private async tell(token: string, streams: readonly Stream[], message: LiveMessage): Promise<void> {
    const answer = await this.audience.mayHear(token, message);
    for (const stream of streams) {
      if (answer === 'gone') stream.complete();
      if (answer === 'yes') stream.next({ data: message });
    }
  }
}

function parsed(payload = ''): unknown {
  try {
    return JSON.parse(payload);
  } catch {
    return undefined;
  }
}
