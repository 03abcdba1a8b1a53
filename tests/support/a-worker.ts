import { NestFactory } from '@nestjs/core';
import type { DataSource } from 'typeorm';
import type { NewEvent } from '@followon/shared/db/ledger/append';
import { appendAll } from '@followon/shared/db/ledger/append';
import { inTransaction } from '@followon/shared/db/transaction';
import { Deliverer } from '../../apps/worker/src/deliveries/deliverer.js';
import { Dispatcher } from '../../apps/worker/src/dispatch/dispatcher.js';
import { Reconciler } from '../../apps/worker/src/dispatch/reconciler.js';
import { workerEnv } from '../../apps/worker/src/env.js';
import { Importer } from '../../apps/worker/src/imports/importer.js';
import { Inbox } from '../../apps/worker/src/inbound/inbox.js';
import { log } from '../../apps/worker/src/log.js';
import { Sweeper } from '../../apps/worker/src/sweep/sweeper.js';
import { TimeMachine } from '../../apps/worker/src/time/time-machine.js';
import { WORKER_DB } from '../../apps/worker/src/tokens.js';
import { WorkerModule } from '../../apps/worker/src/worker.module.js';
import type { TestDatabase } from './database.js';
import { testSecret } from './test-secret.js';

/** The worker's parts without its loops and doorbells: the test says what happens when. */
export interface TestWorker {
  readonly database: DataSource;
  readonly dispatcher: Dispatcher;
  readonly reconciler: Reconciler;
  readonly sweeper: Sweeper;
  readonly deliverer: Deliverer;
  readonly importer: Importer;
  readonly inbox: Inbox;
  readonly timeMachine: TimeMachine;
  /** Writes facts as a request would, in a transaction of their own; all belong to the site of the first. */
  append(...events: readonly NewEvent[]): Promise<string[]>;
  /** Everything that follows from everything that is in the ledger. */
  drain(now: Date): Promise<void>;
  close(): Promise<void>;
}

/**
 * The whole worker as main.ts builds it, in this process; call `close` before the database's. Its messages go to the screen of
 * the demo unless `channels` sets up others.
 */
export async function aWorker(
  database: TestDatabase,
  channels: Readonly<Record<string, string>> = {},
): Promise<TestWorker> {
  const { urls } = database;
  const needed = {
    WORKER_DATABASE_URL: urls.worker,
    QUEUE_DATABASE_URL: urls.worker,
    ALLOW_UNSAFE_POSTGRES: 'true',
    FOLLOWON_SECRET: testSecret,
    FOLLOWON_MODE: 'demo',
    ...channels,
  };
  const env = workerEnv({ ...needed, RETRY_BASE_MS: '1', CONCURRENCY: '4' });
  log.level = 'silent';
  const app = await NestFactory.createApplicationContext(WorkerModule.with(env), {
    logger: false,
    abortOnError: false,
  });
  const dataSource = app.get<DataSource>(WORKER_DB);
  const reconciler = app.get(Reconciler);
  return {
    ...{ database: dataSource, dispatcher: app.get(Dispatcher), reconciler, sweeper: app.get(Sweeper) },
    ...{
      deliverer: app.get(Deliverer),
      importer: app.get(Importer),
      inbox: app.get(Inbox),
      timeMachine: app.get(TimeMachine),
    },
    append: (...events) =>
      inTransaction(dataSource, { kind: 'site', siteId: events[0]?.siteId ?? '' }, (manager) =>
        appendAll(manager, events),
      ),
    drain: async (now) => {
      while ((await reconciler.drainBehind(now)) > 0);
    },
    close: () => app.close(),
  };
}
