import { randomUUID } from 'node:crypto';
import { afterAll, beforeAll, expect, jest, test } from '@jest/globals';
import { createDataSource } from '@followon/shared/db/data-source';
import type { DataSource } from 'typeorm';
import type { Relay } from '../../apps/api/src/ledger/relay.js';
import { Units } from '../../apps/api/src/work/units.js';
import { Work } from '../../apps/api/src/work/work.js';
import type { TestDatabase } from '../support/database.js';
import { aDatabase } from '../support/database.js';

let database: TestDatabase;
let app: DataSource;

beforeAll(async () => {
  database = await aDatabase();
  app = createDataSource({ url: database.urls.app, name: 'test-units', poolSize: 1 });
  await app.initialize();
});

afterAll(async () => {
  await app?.destroy();
  await database?.close();
});

test('the relay is woken after a unit that left something to announce, and after no other', async () => {
  const wake = jest.fn();
  const units = new Units(app, { wake } as unknown as Relay);
  const work = new Work({ now: () => new Date() });
  const who = { accountId: randomUUID(), displayName: 'Sam', sessionId: randomUUID(), memberships: [] };
  const run = (handle: () => Promise<string>) => units.run({ who, command: undefined, handle });
  await run(() => Promise.resolve('nothing'));
  expect(wake).not.toHaveBeenCalled();
  await run(() => {
    work.ringAfterwards();
    expect(wake).not.toHaveBeenCalled();
    return Promise.resolve('something');
  });
  expect(wake).toHaveBeenCalledTimes(1);
});
