import { randomUUID } from 'node:crypto';
import { setTimeout as sleep } from 'node:timers/promises';
import { afterAll, beforeAll, beforeEach, expect, jest, test } from '@jest/globals';
import pg from 'pg';
import type { Env } from '../../apps/api/src/env.js';
import type { Relay } from '../../apps/api/src/ledger/relay.js';
import { RelayListener } from '../../apps/api/src/ledger/relay-listener.js';
import { Dispatcher } from '../../apps/worker/src/dispatch/dispatcher.js';
import type { AnyReaction, Within } from '../../apps/worker/src/dispatch/reaction.js';
import { ReactionRegistry } from '../../apps/worker/src/dispatch/registry.js';
import { RelayWaker } from '../../apps/worker/src/dispatch/relay-waker.js';
import type { DomainEvent } from '@followon/shared/events/catalogue';
import { aSite } from '../support/a-site.js';
import type { TestWorker } from '../support/a-worker.js';
import { aWorker } from '../support/a-worker.js';
import type { TestDatabase } from '../support/database.js';
import { aDatabase } from '../support/database.js';
import { eventually } from '../support/eventually.js';

const now = new Date('2026-11-23T09:00:00Z');
let database: TestDatabase;
let worker: TestWorker;
let siteId: string;
let ear: pg.Client;
let heard = 0;

beforeAll(async () => {
  database = await aDatabase();
  worker = await aWorker(database);
  siteId = (await aSite(database)).id;
  ear = new pg.Client({ connectionString: database.urls.relay });
  await ear.connect();
  ear.on('notification', () => (heard += 1));
  await ear.query('listen followon_events');
}, 30_000);

beforeEach(() => void (heard = 0));

afterAll(async () => {
  await ear?.end();
  await worker?.close();
  await database?.close();
});

/** Reads one event with a reaction that says `follow`. */
async function read(follow: (because: DomainEvent, within: Within) => void): Promise<void> {
  const reaction: AnyReaction = {
    ...{ reactor: 'health', name: 'follow' },
    react: async (event, within) => {
      follow(event, within);
      return { did: 'followed' };
    },
  };
  const registry = new ReactionRegistry({ 'member.joined.v1': [reaction] });
  const waker = new RelayWaker(worker.database);
  const dispatcher = new Dispatcher(worker.database, registry, { RETRY_BASE_MS: 1 }, waker);
  const streamId = randomUUID();
  const payload = { groupId: streamId, memberId: randomUUID() };
  await worker.append({ name: 'member.joined.v1', streamId, siteId, occurredAt: now, payload });
  await dispatcher.drainStream(streamId, now);
}

const left = (because: DomainEvent, { append }: Within, stream?: { id: string; kind: 'group' }) =>
  append({
    ...{ because, name: 'member.left.v1', payload: { groupId: because.streamId, memberId: randomUUID() } },
    ...(stream && { stream }),
  });

test('what follows on another stream is told to the relay at once', async () => {
  await read((because, within) => left(because, within, { id: randomUUID(), kind: 'group' }));
  await eventually('the call', () => heard > 0);
});

test('what follows on the same stream, or nothing, is not', async () => {
  await read((because, within) => left(because, within));
  await read(() => undefined);
  await sleep(200);
  expect(heard).toBe(0);
});

test('many calls at once become few', async () => {
  const waker = new RelayWaker(worker.database);
  for (let n = 0; n < 1_000; n += 1) waker.wake();
  await eventually('the calls', () => heard > 0);
  await sleep(100);
  expect(heard).toBeLessThanOrEqual(2);
});

test('the relay is woken by the call', async () => {
  const wake = jest.fn();
  const env = { RELAY_DATABASE_URL: database.urls.relay } as Env;
  const listener = new RelayListener(env, { wake } as unknown as Relay);
  await listener.onApplicationBootstrap();
  new RelayWaker(worker.database).wake();
  await eventually('the relay', () => wake.mock.calls.length > 0);
  await listener.onApplicationShutdown();
});
