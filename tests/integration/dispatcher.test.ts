import { randomUUID } from 'node:crypto';
import { afterAll, beforeAll, describe, expect, test } from '@jest/globals';
import type { DomainEvent, EventName } from '@followon/shared/events/catalogue';
import { eventNames } from '@followon/shared/events/catalogue';
import { Dispatcher } from '../../apps/worker/src/dispatch/dispatcher.js';
import type { AnyReaction, Outcome, Reactor, Within } from '../../apps/worker/src/dispatch/reaction.js';
import { reactions } from '../../apps/worker/src/dispatch/reactions.js';
import { Reconciler } from '../../apps/worker/src/dispatch/reconciler.js';
import { ReactionRegistry, resolveReactions } from '../../apps/worker/src/dispatch/registry.js';
import { workerEnv } from '../../apps/worker/src/env.js';
import { WorkerModule } from '../../apps/worker/src/worker.module.js';
import { NestFactory } from '@nestjs/core';
import { aSite } from '../support/a-site.js';
import type { TestWorker } from '../support/a-worker.js';
import { aWorker } from '../support/a-worker.js';
import type { TestDatabase } from '../support/database.js';
import { aDatabase } from '../support/database.js';
import { testSecret } from '../support/test-secret.js';

const now = new Date('2026-06-01T10:00:00Z');
let database: TestDatabase;
let worker: TestWorker;
let siteId: string;

beforeAll(async () => {
  database = await aDatabase();
  worker = await aWorker(database);
  siteId = (await aSite(database)).id;
});

afterAll(async () => {
  await worker?.close();
  await database?.close();
});

const silentRelay = { wake: () => undefined };

/** A reaction that keeps the number it saw, and throws where it is told to. */
const aReaction = (
  reactor: Reactor,
  name: string,
  react?: (event: DomainEvent, within: Within) => void,
): AnyReaction => ({
  reactor,
  name,
  react: async (event, within): Promise<Outcome> => {
    react?.(event, within);
    return { did: String(event.seq) };
  },
});

const dispatching = (table: Partial<Record<EventName, readonly AnyReaction[]>>, baseMs = 1) => {
  const registry = new ReactionRegistry(table);
  const dispatcher = new Dispatcher(worker.database, registry, { RETRY_BASE_MS: baseMs }, silentRelay);
  return { dispatcher, reconciler: new Reconciler(worker.database, registry, dispatcher, { LAG_MS: 1 }) };
};

const aStream = async (events: number): Promise<string> => {
  const streamId = randomUUID();
  const joined = () => ({
    ...{ name: 'member.joined.v1' as const, streamId, siteId, occurredAt: now },
    payload: { groupId: streamId, memberId: randomUUID() },
  });
  await worker.append(...Array.from({ length: events }, joined));
  return streamId;
};

const outcomesOf = async (streamId: string, reactor: Reactor): Promise<number[]> => {
  const rows = await database.query<{ what: string }>(
    `select o.what from reaction_outcome o join event e using (event_id) where e.stream_id = $1 and o.reactor = $2 order by o.at, e.seq`,
    [streamId, reactor],
  );
  return rows.map(({ what }) => Number(what));
};

const cursorsOf = (streamId: string) =>
  database.query<{ reactor: string; last_seq: number; attempts: number; blocked: boolean }>(
    `select reactor, last_seq::int, attempts, blocked_at is not null as blocked from reactor_cursor where stream_id = $1 order by reactor`,
    [streamId],
  );

const upTo = (last: number) => Array.from({ length: last }, (_, index) => index + 1);

describe('reading a stream', () => {
  test('every event once and in order, also past one batch, and nothing the second time', async () => {
    const { dispatcher } = dispatching({ 'member.joined.v1': [aReaction('health', 'see')] });
    const streamId = await aStream(450);
    await dispatcher.drainStream(streamId, now);
    await dispatcher.drainStream(streamId, now);
    expect(await outcomesOf(streamId, 'health')).toEqual(upTo(450));
  });

  test('eight readers at once do each event once', async () => {
    const { dispatcher } = dispatching({ 'member.joined.v1': [aReaction('health', 'see')] });
    const streamId = await aStream(120);
    await Promise.all(upTo(8).map(() => dispatcher.drainStream(streamId, now)));
    expect(await outcomesOf(streamId, 'health')).toEqual(upTo(120));
  });

  test('a reactor that does not read an event moves past it', async () => {
    const { dispatcher } = dispatching({
      'member.joined.v1': [aReaction('health', 'see')],
      'member.left.v1': [aReaction('alerts', 'see')],
    });
    const streamId = await aStream(3);
    await dispatcher.drainStream(streamId, now);
    expect(await cursorsOf(streamId)).toMatchObject([
      { reactor: 'alerts', last_seq: 3 },
      { reactor: 'health', last_seq: 3 },
    ]);
  });

  test('what follows inherits site and origin, names its cause, and is read in the same go', async () => {
    const follow = aReaction('health', 'follow', (because, { append }) => {
      append({ because, name: 'silence.due.v1', payload: { groupId: because.streamId, on: '2026-06-01' } });
    });
    const { dispatcher } = dispatching({
      'member.joined.v1': [follow],
      'silence.due.v1': [aReaction('alerts', 'hear')],
    });
    const streamId = randomUUID();
    const [causeId] = await worker.append({
      ...{ name: 'member.joined.v1', streamId, siteId, occurredAt: now, origin: 'import' },
      payload: { groupId: streamId, memberId: randomUUID() },
    });
    await dispatcher.drainStream(streamId, now);
    const [followOn] = await database.query(
      'select site_id, origin, caused_by from event where stream_id = $1 and seq = 2',
      [streamId],
    );
    expect(followOn).toEqual({ site_id: siteId, origin: 'import', caused_by: causeId });
    expect(await outcomesOf(streamId, 'alerts')).toEqual([2]);
  });

  test('an event that slips in between keeps its place before what follows', async () => {
    const streamId = randomUUID();
    const joined = (id: string) => ({
      ...{ name: 'member.joined.v1' as const, streamId: id, siteId, occurredAt: now },
      payload: { groupId: id, memberId: randomUUID() },
    });
    await worker.append(joined(streamId));
    const slipIn: AnyReaction = {
      ...{ reactor: 'health', name: 'slip-in' },
      react: async (because, { append }) => {
        append({ because, name: 'silence.due.v1', payload: { groupId: streamId, on: '2026-06-01' } });
        if (because.seq === 1) await worker.append(joined(streamId));
        return { did: String(because.seq) };
      },
    };
    const { dispatcher } = dispatching({
      'member.joined.v1': [slipIn, aReaction('alerts', 'see')],
      'silence.due.v1': [aReaction('alerts', 'hear')],
    });
    await dispatcher.drainStream(streamId, now);
    const names = await database.query<{ name: string }>(
      'select name from event where stream_id = $1 order by seq',
      [streamId],
    );
    expect(names.slice(0, 2).map(({ name }) => name)).toEqual(['member.joined.v1', 'member.joined.v1']);
    expect(await outcomesOf(streamId, 'alerts')).toEqual(upTo(names.length));
  });

  test('a gap stops everything and moves nothing', async () => {
    const { dispatcher } = dispatching({ 'member.joined.v1': [aReaction('health', 'see')] });
    const streamId = await aStream(3);
    await database.query('delete from event where stream_id = $1 and seq = 2', [streamId]);
    await expect(dispatcher.drainStream(streamId, now)).rejects.toThrow('event 2 is missing');
    expect(await cursorsOf(streamId)).toEqual([]);
  });
});

describe('a reaction that throws', () => {
  const failsAt = (seq: number) =>
    aReaction('health', 'fail', (event) => {
      if (event.seq === seq) throw new Error('cannot digest this');
    });

  test('holds back only its own reactor and stream, five times, then waits for an administrator', async () => {
    const { dispatcher, reconciler } = dispatching({
      'member.joined.v1': [failsAt(3), aReaction('live', 'see')],
    });
    const [streamId, healthy] = [await aStream(5), await aStream(2)];
    for (const id of [streamId, healthy]) await dispatcher.drainStream(id, now);
    for (let wait = 0; wait < 400 && !(await cursorsOf(streamId)).some(({ blocked }) => blocked); wait += 1)
      await reconciler.retry(now);

    expect(await outcomesOf(streamId, 'health')).toEqual([1, 2]);
    expect(await outcomesOf(streamId, 'live')).toEqual(upTo(5));
    expect(await outcomesOf(healthy, 'health')).toEqual([1, 2]);
    expect(await cursorsOf(streamId)).toMatchObject([
      { reactor: 'health', last_seq: 2, attempts: 5, blocked: true },
      { last_seq: 5 },
    ]);
    const dead = await database.query(
      'select reactor, reason, site_id from dead_event where event_id in (select event_id from event where stream_id = $1)',
      [streamId],
    );
    expect(dead).toEqual([{ reactor: 'health', reason: 'Error: cannot digest this', site_id: siteId }]);
  });

  test('leaves nothing half done, and goes on where it stood once it works again', async () => {
    let isBroken = true;
    const flaky = aReaction('health', 'flaky', (because, { append }) => {
      append({
        because,
        name: 'member.left.v1',
        payload: { groupId: because.streamId, memberId: randomUUID() },
      });
      if (isBroken && because.seq === 2) throw new Error('not now');
    });
    const { dispatcher, reconciler } = dispatching({ 'member.joined.v1': [flaky] });
    const streamId = await aStream(3);
    await dispatcher.drainStream(streamId, now);
    const left = () =>
      database.query(`select 1 from event where stream_id = $1 and name = 'member.left.v1'`, [streamId]);
    expect(await left()).toHaveLength(1);
    isBroken = false;
    for (let wait = 0; wait < 200 && (await left()).length < 3; wait += 1) await reconciler.retry(now);
    expect(await outcomesOf(streamId, 'health')).toEqual([1, 2, 3]);
    expect((await cursorsOf(streamId))[0]).toMatchObject({ attempts: 0, blocked: false });
  });

  test('an event that the catalogue does not know stops every reactor there instead of being skipped', async () => {
    const { dispatcher } = dispatching(
      { 'member.joined.v1': [aReaction('health', 'see')], 'member.left.v1': [aReaction('live', 'see')] },
      60_000,
    );
    const streamId = await aStream(3);
    await database.query(`update event set name = 'member.vanished.v9' where stream_id = $1 and seq = 2`, [
      streamId,
    ]);
    await dispatcher.drainStream(streamId, now);
    expect(await cursorsOf(streamId)).toMatchObject([
      { reactor: 'health', last_seq: 1, attempts: 1 },
      { reactor: 'live', last_seq: 0, attempts: 1 },
    ]);
  });
});

describe('the reconciler', () => {
  test('announces a forgotten stream again, and reads it itself when that did not help', async () => {
    const { reconciler } = dispatching({ 'member.joined.v1': [aReaction('nudges', 'see')] });
    const streamId = await aStream(2);
    await database.query(`update event set announced_at = now() - interval '1 minute' where stream_id = $1`, [
      streamId,
    ]);
    await reconciler.reconcile(now);
    const announced = await database.query<{ heard: boolean }>(
      'select announced_at is not null as heard from event where stream_id = $1 order by seq',
      [streamId],
    );
    expect(announced).toEqual([{ heard: false }, { heard: true }]);
    expect(await outcomesOf(streamId, 'nudges')).toEqual([]);
    await reconciler.reconcile(now);
    expect(await outcomesOf(streamId, 'nudges')).toEqual([1, 2]);
  });

  test('leaves a stream alone that was announced just now', async () => {
    const registry = new ReactionRegistry({ 'member.joined.v1': [aReaction('nudges', 'see')] });
    const dispatcher = new Dispatcher(worker.database, registry, { RETRY_BASE_MS: 1 }, silentRelay);
    const reconciler = new Reconciler(worker.database, registry, dispatcher, { LAG_MS: 60_000 });
    const streamId = await aStream(1);
    await database.query('update event set announced_at = now() where stream_id = $1', [streamId]);
    await reconciler.reconcile(now);
    await reconciler.reconcile(now);
    expect(await outcomesOf(streamId, 'nudges')).toEqual([]);
  });
});

describe('starting', () => {
  const start = (env: Record<string, string>) =>
    NestFactory.createApplicationContext(
      WorkerModule.with(
        workerEnv({ QUEUE_DATABASE_URL: database.urls.worker, FOLLOWON_SECRET: testSecret, ...env }),
      ),
      {
        logger: false,
        abortOnError: false,
      },
    );

  test('is refused to a user who sees past the walls', async () => {
    await expect(
      start({ WORKER_DATABASE_URL: database.urls.owner, ALLOW_UNSAFE_POSTGRES: 'true' }),
    ).rejects.toThrow('run-time role');
  });

  test('is refused on a database that may forget what it has confirmed', async () => {
    await expect(start({ WORKER_DATABASE_URL: database.urls.worker })).rejects.toThrow('fsync');
  });

  test('is refused when a listed reaction has no provider', () => {
    expect(() => resolveReactions(reactions, () => undefined)).toThrow('OpenHandover');
  });

  test('names every bad variable and prints no value', () => {
    expect(() => workerEnv({ WORKER_DATABASE_URL: 'secret', LAG_MS: '-1' })).toThrow(
      /WORKER_DATABASE_URL[^]*LAG_MS/,
    );
    expect(() => workerEnv({ WORKER_DATABASE_URL: 'secret' })).not.toThrow(/secret/);
  });

  test('every event of the catalogue says what follows', () => {
    expect(Object.keys(reactions).sort()).toEqual([...eventNames].sort());
  });
});
