import { join } from 'node:path';
import { pathToFileURL } from 'node:url';
import type { Doorbell } from '@followon/shared/doorbell/doorbell';
import { createDataSource } from '@followon/shared/db/data-source';
import type { DataSource } from 'typeorm';
import { repository } from './repository.js';
import type { Stage } from './stage.js';

/** The API's own relay, built, in this process: woken after each commit here exactly as a request wakes it there. */
export interface RunningRelay {
  wake(): void;
  close(): Promise<void>;
}

interface RelayClass {
  new (
    database: DataSource,
    doorbell: Doorbell,
  ): {
    onApplicationBootstrap(): void;
    onApplicationShutdown(): Promise<void>;
    wake(): void;
  };
}

export async function startRelay(stage: Stage, doorbell: Doorbell): Promise<RunningRelay> {
  const file = pathToFileURL(join(repository, 'apps/api/dist/ledger/relay.js')).href;
  const { Relay } = (await import(file)) as { Relay: RelayClass };
  const database = createDataSource({ url: stage.urls.relay, name: 'bench-relay', poolSize: 2 });
  await database.initialize();
  const relay = new Relay(database, doorbell);
  relay.onApplicationBootstrap();
  return {
    wake: () => relay.wake(),
    close: async () => {
      await relay.onApplicationShutdown();
      await database.destroy();
    },
  };
}
