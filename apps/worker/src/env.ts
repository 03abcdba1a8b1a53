import { availableParallelism } from 'node:os';
import { readEnv } from '@followon/shared/env';
import { z } from 'zod';
import { channelsShape, checkChannels } from './deliveries/channels/channels-env.js';

const PER_CORE = 4;
const SENDERS_PER_CORE = 2;
const ms = (byDefault: number) => z.coerce.number().int().min(1).default(byDefault);

const Shape = z.object({
  ...channelsShape,
  NODE_ENV: z.enum(['production', 'development', 'test']).default('production'),
  FOLLOWON_MODE: z.enum(['demo', 'live']).default('live'),
  WORKER_DATABASE_URL: z.url(),
  REDIS_URL: z.url().optional(),
  REDIS_PREFIX: z.string().optional(),
  QUEUE_DATABASE_URL: z.url().optional(),
  /** The API's own: the tokens of links are derived from it, so that nothing secret is kept beside a message. */
  FOLLOWON_SECRET: z.string().regex(/^[0-9a-f]{64}$/, 'give 64 hexadecimal digits'),
  LOG_LEVEL: z.enum(['debug', 'info', 'warn', 'error', 'silent']).default('info'),
  /**
   * Streams read at once, and with them the database connections: see the budget in docs/operations.md. Four for each
   * core keep a disk that flushes slowly busy; more only wait for each other (measured: 12 on 2 cores drain slower).
   */
  CONCURRENCY: z.coerce
    .number()
    .int()
    .min(1)
    .max(64)
    .default(Math.min(64, PER_CORE * availableParallelism())),
  /** Lots of messages that are weighed and sent at once; each holds a connection while it is weighed. */
  SENDERS: z.coerce
    .number()
    .int()
    .min(1)
    .max(32)
    .default(Math.min(16, SENDERS_PER_CORE * availableParallelism())),
  /** The clock's ring; the worker's own timer stands behind it. */
  SWEEP_EVERY_MS: ms(15_000),
  /** How often streams that nobody rang for are looked for, and how long they may wait before that. */
  RECONCILE_EVERY_MS: ms(30_000),
  LAG_MS: ms(30_000),
  /** First wait after a reaction threw; four times longer after each further throw. */
  RETRY_BASE_MS: ms(200),
  RETRY_EVERY_MS: ms(1_000),
  DELIVER_EVERY_MS: ms(1_000),
  INBOUND_EVERY_MS: ms(500),
  IMPORT_EVERY_MS: ms(200),
  CLOCK_EVERY_MS: ms(200),
  RETENTION_EVERY_MS: ms(600_000),
  /** Accepts a PostgreSQL that may lose what it has confirmed: tests and marked bench runs only. */
  ALLOW_UNSAFE_POSTGRES: z.stringbool().default(false),
});

/** Everything the worker is told from outside; read once, before Nest starts. */
export const WorkerEnv = Shape.superRefine((env, { addIssue }) =>
  checkChannels(env, (name, message) => addIssue({ code: 'custom', path: [name], message })),
);
export type WorkerEnv = z.infer<typeof WorkerEnv>;

/** @throws Error naming every bad variable, never a value. */
export const workerEnv = (source: NodeJS.ProcessEnv = process.env): WorkerEnv => readEnv(WorkerEnv, source);
