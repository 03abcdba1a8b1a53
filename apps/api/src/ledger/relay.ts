import { prepared } from '@followon/shared/db/prepared';
import { openTransaction } from '@followon/shared/db/transaction';
import type { Doorbell } from '@followon/shared/doorbell/doorbell';
import { openQueue } from '@followon/shared/doorbell/doorbell';
import type { Ring } from '@followon/shared/events/queues';
import { queues, ringOptions } from '@followon/shared/events/queues';
import type { OnApplicationBootstrap, OnApplicationShutdown } from '@nestjs/common';
import { Inject, Injectable } from '@nestjs/common';
import type { Queue } from 'bullmq';
import type { DataSource } from 'typeorm';
import { log } from '../http/log.js';
import { RELAY_DB } from '../work/tokens.js';
import { DOORBELL } from './tokens.js';

const BATCH = 500;
const POLL_MS = 250;
const RING_DEADLINE_MS = 5_000;

/**
 * Claiming and stamping is one statement; it becomes true only when the ring was heard and the transaction commits.
 * That commit alone need not wait for the disk: a stamp that a crash forgets is one more ring, and nothing else is written.
 */
const CLAIM = {
  name: 'claim-unannounced',
  text: `
  with claimed as (select id from event where announced_at is null order by id limit ${BATCH} for update skip locked)
  update event e set announced_at = now() from claimed c where e.id = c.id returning e.stream_id, e.seq,
    set_config('synchronous_commit', 'off', true)`,
};

interface Claimed {
  readonly stream_id: string;
  readonly seq: number;
}

const within = async (work: Promise<unknown>, deadlineMs: number): Promise<void> => {
  let timer: NodeJS.Timeout | undefined;
  const late = new Promise((_, reject) => {
    timer = setTimeout(
      () => reject(new Error(`the doorbell did not answer within ${deadlineMs} ms`)),
      deadlineMs,
    );
  });
  await Promise.race([work, late]).finally(() => clearTimeout(timer));
};

/** One ring for each stream, however many of its events are new: the job only says where there is something to read. */
function ringsFor(claimed: readonly Claimed[]): { name: string; data: Ring; opts: object }[] {
  const newest = new Map<string, number>();
  for (const { stream_id, seq } of claimed) newest.set(stream_id, Math.max(seq, newest.get(stream_id) ?? 0));
  return [...newest].map(([streamId, seq]) => ({
    name: queues.streams,
    data: { streamId },
    opts: {
      ...ringOptions,
      jobId: `${streamId}-${seq}`,
      deduplication: { id: streamId, keepLastIfActive: true },
    },
  }));
}

/**
 * Announces what was committed. Woken after each commit of this process and by a poll for everybody else's; several
 * may run. A crash between ringing and committing only rings twice, and a lost ring is found by the reconciler.
 */
@Injectable()
export class Relay implements OnApplicationBootstrap, OnApplicationShutdown {
  private readonly queue: Queue;
  private timer: NodeJS.Timeout | undefined;
  private running: Promise<void> | undefined;
  private again = false;
  private stopped = false;
  private lastTrouble = '';

  constructor(
    @Inject(RELAY_DB) private readonly database: DataSource,
    @Inject(DOORBELL) doorbell: Doorbell,
  ) {
    this.queue = openQueue(doorbell, queues.streams);
    this.queue.on('error', () => undefined);
  }

  /** False while events wait because nobody hears the bell; writes go on regardless. */
  get healthy(): boolean {
    return this.lastTrouble === '';
  }

  onApplicationBootstrap(): void {
    this.timer = setInterval(() => this.wake(), POLL_MS);
  }

  async onApplicationShutdown(): Promise<void> {
    this.stopped = true;
    clearInterval(this.timer);
    await this.running;
    await this.queue.close();
  }

  /** Never waits and never throws; calls that come while one pass runs share the next. */
  wake(): void {
    if (this.stopped) return;
    this.again = true;
    this.running ??= this.drain().finally(() => (this.running = undefined));
  }

  private async drain(): Promise<void> {
    while (this.again && !this.stopped) {
      this.again = false;
      await this.pass();
    }
  }

  private async pass(): Promise<void> {
    try {
      const claimed = await openTransaction(this.database, {
        first: (manager) => prepared<Claimed>(manager, CLAIM, []),
        then: (_, fresh) => this.ring(fresh),
      });
      if (claimed === BATCH) this.again = true;
      if (this.lastTrouble) log.info('the doorbell is heard again');
      this.lastTrouble = '';
    } catch (error) {
      const trouble = error instanceof Error ? error.message : 'unknown trouble';
      if (trouble !== this.lastTrouble) log.warn({ trouble }, 'events wait: the doorbell could not be rung');
      this.lastTrouble = trouble;
    }
  }

  private async ring(claimed: readonly Claimed[]): Promise<number> {
    if (claimed.length > 0) await within(this.queue.addBulk(ringsFor(claimed)), RING_DEADLINE_MS);
    return claimed.length;
  }
}
