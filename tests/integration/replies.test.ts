import { afterAll, beforeAll, beforeEach, describe, expect, test } from '@jest/globals';
import { aGroup } from '../support/a-group.js';
import { aSite } from '../support/a-site.js';
import type { Provider } from '../support/a-telephone.js';
import { aProvider, hasPhone, providerEnv } from '../support/a-telephone.js';
import type { TestWorker } from '../support/a-worker.js';
import { aWorker } from '../support/a-worker.js';
import type { TestApi } from '../support/api.js';
import { anApi } from '../support/api.js';
import type { TestDatabase } from '../support/database.js';
import { aDatabase } from '../support/database.js';
import { eventsOf } from '../support/events.js';

let database: TestDatabase;
let api: TestApi;
let worker: TestWorker;
let site: string;
let host: string;

beforeAll(async () => {
  database = await aDatabase();
  api = await anApi(database, providerEnv);
  worker = await aWorker(database);
}, 30_000);

beforeEach(async () => {
  await database.query('delete from inbound_message');
  await database.query('update contact_point set removed_at = now()');
  site = (await aSite(database)).id;
  const group = (await aGroup(database, { siteId: site, headcounts: [] })).id;
  const place = { site_id: site, group_id: group };
  host = (await database.insert<{ id: string }>('member', { ...place, display_name: 'Jo' })).id;
  await database.insert('group_role', { ...place, kind: 'host', member_id: host, from_on: '2026-03-01' });
  await hasPhone(database, host);
});

afterAll(async () => {
  await api?.close();
  await worker?.close();
  await database?.close();
});

const replies: Provider['replies'] = (message, over) => aProvider(api).replies(message, over);
const read = () => worker.inbox.read(new Date());
const countOf = async (name: string) =>
  (await eventsOf(database, site)).filter((event) => event.name === name).length;

describe('STOP by text', () => {
  const consents = () =>
    database.query('select channel, purpose, wants, said_by from message_consent where person_id = $1', [
      host,
    ]);

  test('stops texts to everybody at that number, in every site, and twice is once', async () => {
    const elsewhere = (await aSite(database)).id;
    const there = (await aGroup(database, { siteId: elsewhere, headcounts: [] })).id;
    const other = await database.insert<{ id: string }>('member', { site_id: elsewhere, group_id: there });
    await hasPhone(database, other.id);
    await replies('STOP');
    await replies('Stop.');
    await read();
    expect(await consents()).toEqual([{ channel: 'sms', purpose: 'all', wants: false, said_by: 'reply' }]);
    for (const place of [site, elsewhere])
      expect((await eventsOf(database, place)).map(({ name }) => name)).toEqual([
        ...['message-wishes.changed.v1', 'nudge.opted-out.v1', 'reply.received.v1', 'reply.received.v1'],
      ]);
  });

  test('an older START that comes late leaves a newer STOP as it is', async () => {
    await replies('STOP');
    await read();
    await replies('START', { date_received: new Date(Date.now() - 60_000).toISOString() });
    await read();
    expect(await consents()).toMatchObject([{ channel: 'sms', wants: false }]);
    const [late] = await database.query(`select outcome from inbound_message where said = 'start'`);
    expect(late).toEqual({ outcome: 'overtaken' });
  });

  test.each([
    { first: 'START', late: 'STOP', ends: [{ channel: 'sms', wants: true }] },
    { first: 'START', late: 'PAUSE', ends: [{ channel: 'sms', wants: true }] },
    { first: 'STOP', late: 'PAUSE', ends: [{ channel: 'sms', wants: false }] },
  ])('$late that was written before $first, and comes after it', async ({ first, late, ends }) => {
    await replies('STOP', { date_received: new Date(Date.now() - 120_000).toISOString() });
    await read();
    await replies(first);
    await read();
    await replies(late, { date_received: new Date(Date.now() - 60_000).toISOString() });
    await read();
    expect(await consents()).toMatchObject(ends);
    const [wish] = await database.query(
      'select paused_until is not null as paused from message_wish where person_id = $1',
      [host],
    );
    expect(wish).toEqual({ paused: late === 'PAUSE' && first === 'STOP' });
  });

  test('a START that was written before they stopped everything by a page leaves it so', async () => {
    const stop = { person_id: host, person_kind: 'member', member_id: host, updated_at: new Date() };
    await database.insert('message_wish', { ...stop, stopped_at: new Date() });
    await replies('START', { date_received: new Date(Date.now() - 60_000).toISOString() });
    await read();
    const [wish] = await database.query(
      'select stopped_at is not null as stopped from message_wish where person_id = $1',
      [host],
    );
    expect(wish).toEqual({ stopped: true });
  });

  test('START brings them back; PAUSE holds everything for some weeks', async () => {
    for (const words of ['stop', 'START', 'pause 2']) {
      await replies(words);
      await read();
    }
    expect(await consents()).toMatchObject([{ channel: 'sms', wants: true }]);
    const [wish] = await database.query(
      `select paused_until - $2::date as days from message_wish where person_id = $1`,
      [host, new Date()],
    );
    expect(wish).toEqual({ days: 14 });
    expect(await countOf('nudge.opted-out.v1')).toBe(1);
  });
});
