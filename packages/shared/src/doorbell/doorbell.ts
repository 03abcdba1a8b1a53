import type { Processor, QueueOptions, WorkerOptions } from 'bullmq';
import { createPostgresBackend, Queue, Worker } from 'bullmq';
import type { QueueName } from '../events/queues.js';
import { queuePrefix } from '../events/queues.js';

/**
 * The one place that decides what rings: Redis or Valkey where `REDIS_URL` is set, BullMQ's PostgreSQL backend
 * where it is not. The rest of the code sees queues and workers and cannot tell.
 */
export type Doorbell = RedisDoorbell | { readonly kind: 'postgres'; readonly url: string };

interface RedisDoorbell {
  readonly kind: 'redis';
  readonly url: string;
  /** Keeps several installations on one Redis apart; in braces, see {@link queuePrefix}, which is the default. */
  readonly prefix?: string | undefined;
}

interface DoorbellEnv {
  readonly REDIS_URL?: string | undefined;
  readonly REDIS_PREFIX?: string | undefined;
  readonly QUEUE_DATABASE_URL?: string | undefined;
}

/** @throws Error when neither a Redis nor a queue database is configured. */
export function chooseDoorbell(env: DoorbellEnv): Doorbell {
  if (env.REDIS_URL) return { kind: 'redis', url: env.REDIS_URL, prefix: env.REDIS_PREFIX };
  if (env.QUEUE_DATABASE_URL) return { kind: 'postgres', url: env.QUEUE_DATABASE_URL };
  throw new Error('Set REDIS_URL, or QUEUE_DATABASE_URL for the PostgreSQL doorbell.');
}

const POOL_SIZE = 6;
const postgresConnection = (url: string) => ({ connectionString: url, max: POOL_SIZE, skipMigrations: true });

/** Milliseconds to the next attempt; BullMQ's own waits up to 20 seconds, long after Redis is back. */
const retryStrategy = (tries: number): number => Math.min(tries * 50, 2_000);

/** A producer fails quickly, so that the relay's deadline holds while Redis is away. `close` ends its connection. */
export function openQueue(doorbell: Doorbell, name: QueueName, options: Partial<QueueOptions> = {}): Queue {
  if (doorbell.kind === 'postgres') {
    return new Queue(
      name,
      { ...options, connection: postgresConnection(doorbell.url) },
      createPostgresBackend,
    ) as unknown as Queue;
  }
  const connection = { url: doorbell.url, maxRetriesPerRequest: 1, enableOfflineQueue: false, retryStrategy };
  return new Queue(name, { prefix: doorbell.prefix ?? queuePrefix, ...options, connection });
}

/** A worker waits for Redis as long as it takes. */
export function openWorker(
  doorbell: Doorbell,
  name: QueueName,
  spec: { process: Processor; options: Partial<WorkerOptions> },
): Worker {
  const { process, options } = spec;
  if (doorbell.kind === 'postgres') {
    return new Worker(
      name,
      process,
      { ...options, connection: postgresConnection(doorbell.url) },
      createPostgresBackend,
    ) as unknown as Worker;
  }
  const connection = { url: doorbell.url, maxRetriesPerRequest: null, retryStrategy };
  return new Worker(name, process, { prefix: doorbell.prefix ?? queuePrefix, ...options, connection });
}
