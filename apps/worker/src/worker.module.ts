import { BusinessClock } from '@followon/shared/db/clock';
import { createDataSource } from '@followon/shared/db/data-source';
import type { Doorbell } from '@followon/shared/doorbell/doorbell';
import { chooseDoorbell } from '@followon/shared/doorbell/doorbell';
import type { DynamicModule, OnApplicationShutdown, Type } from '@nestjs/common';
import { Inject, Injectable, Module } from '@nestjs/common';
import { ModuleRef } from '@nestjs/core';
import type { DataSource } from 'typeorm';
import { refuseEvictingRedis, refuseUnsafeDatabase } from './boot/refuse-unsafe.js';
import { MESSENGERS } from './deliveries/channels/messenger.js';
import { messengersFor } from './deliveries/channels/messengers.js';
import { Deliverer } from './deliveries/deliverer.js';
import { MessageLinks } from './deliveries/message-links.js';
import { Dispatcher } from './dispatch/dispatcher.js';
import type { AnyReaction } from './dispatch/reaction.js';
import { reactions } from './dispatch/reactions.js';
import { Reconciler } from './dispatch/reconciler.js';
import { RelayWaker } from './dispatch/relay-waker.js';
import { ReactionRegistry, resolveReactions } from './dispatch/registry.js';
import { StreamsListener } from './dispatch/streams-listener.js';
import type { WorkerEnv } from './env.js';
import { Importer } from './imports/importer.js';
import { Inbox } from './inbound/inbox.js';
import { Receipts } from './inbound/receipts.js';
import { Replies } from './inbound/replies.js';
import { reactionProviders } from './reaction-providers.js';
import { ClockListener } from './sweep/clock-listener.js';
import { Retention } from './sweep/retention.js';
import { Sweeper } from './sweep/sweeper.js';
import { TimeMachine } from './time/time-machine.js';
import { CLOCK, DOORBELL, ENV, WORKER_DB } from './tokens.js';
import { Work } from './work.js';

/** Beside one connection for each stream that is read and each lot that is sent: the loops, the time machine's lock, and some air. */
const OTHER_CONNECTIONS = 8;

async function openDatabase(env: WorkerEnv): Promise<DataSource> {
  const database = createDataSource({
    url: env.WORKER_DATABASE_URL,
    name: 'followon-worker',
    poolSize: env.CONCURRENCY + env.SENDERS + OTHER_CONNECTIONS,
    plansOnce: true,
  });
  await database.initialize();
  try {
    await refuseUnsafeDatabase(database, { allowUnsafe: env.ALLOW_UNSAFE_POSTGRES });
    await openConnections(database, env.CONCURRENCY);
  } catch (error) {
    await database.destroy();
    throw error;
  }
  return database;
}

/** Ready for a burst: the first to come does not wait for a dozen backends to start. */
async function openConnections(database: DataSource, count: number): Promise<void> {
  const runners = Array.from({ length: count }, () => database.createQueryRunner());
  await Promise.all(runners.map((runner) => runner.connect()));
  await Promise.all(runners.map((runner) => runner.release()));
}

async function openDoorbell(env: WorkerEnv): Promise<Doorbell> {
  const doorbell = chooseDoorbell(env);
  await refuseEvictingRedis(doorbell);
  return doorbell;
}

const findIn =
  (modules: ModuleRef) =>
  (type: Type<AnyReaction>): AnyReaction | undefined => {
    try {
      return modules.get(type, { strict: false });
    } catch {
      return undefined;
    }
  };

/** Last to go: everything else may still be writing. */
@Injectable()
class DatabaseClosing implements OnApplicationShutdown {
  constructor(@Inject(WORKER_DB) private readonly database: DataSource) {}

  async onApplicationShutdown(): Promise<void> {
    if (this.database.isInitialized) await this.database.destroy();
  }
}

@Module({})
export class WorkerModule {
  static with(env: WorkerEnv): DynamicModule {
    return {
      module: WorkerModule,
      providers: [
        { provide: ENV, useValue: env },
        { provide: CLOCK, useValue: new BusinessClock() },
        { provide: WORKER_DB, useFactory: () => openDatabase(env) },
        { provide: DOORBELL, useFactory: () => openDoorbell(env) },
        { provide: MESSENGERS, useFactory: () => messengersFor(env) },
        {
          provide: ReactionRegistry,
          inject: [ModuleRef],
          useFactory: (modules: ModuleRef) => resolveReactions(reactions, findIn(modules)),
        },
        ...reactionProviders,
        ...[
          DatabaseClosing,
          Dispatcher,
          Reconciler,
          Sweeper,
          Deliverer,
          MessageLinks,
          ...[Inbox, Receipts, Replies],
          Importer,
          TimeMachine,
          Retention,
          RelayWaker,
          StreamsListener,
          ClockListener,
          Work,
        ],
      ],
    };
  }
}
