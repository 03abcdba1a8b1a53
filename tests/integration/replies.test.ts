import { randomUUID } from 'node:crypto';
import { afterAll, beforeAll, beforeEach, describe, expect, test } from '@jest/globals';
import { aGroup } from '../support/a-group.js';
import { aLink } from '../support/a-link.js';
import { aNudge } from '../support/a-nudge.js';
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

const DAY_MS = 86_400_000;
const yesterday = new Date(Date.now() - DAY_MS).toISOString().slice(0, 10);

let database: TestDatabase;
let api: TestApi;
let worker: TestWorker;
let site: string;
let group: string;
let host: string;
let meeting: string;

beforeAll(async () => {
  database = await aDatabase();
  api = await anApi(database, providerEnv);
  worker = await aWorker(database);
}, 30_000);

beforeEach(async () => {
  await database.query('delete from inbound_message');
  await database.query('update contact_point set removed_at = now()');
  site = (await aSite(database)).id;
  group = (await aGroup(database, { siteId: site, headcounts: [] })).id;
  const place = { site_id: site, group_id: group };
  host = (await database.insert<{ id: string }>('member', { ...place, display_name: 'Jo' })).id;
  await database.insert('group_role', { ...place, kind: 'host', member_id: host, from_on: '2026-03-01' });
  const date = { ...place, held_on: yesterday, outcome: 'planned' };
  meeting = (await database.insert<{ id: string }>('meeting', date)).id;
  await hasPhone(database, host);
});

afterAll(async () => {
  await api?.close();
  await worker?.close();
  await database?.close();
});

/** The host was asked by text how it went. */
async function asked(): Promise<string> {
  const person = { kind: 'member', id: host } as const;
  const dueAt = new Date().toISOString();
  const nudge = await aNudge(database, { siteId: site, groupId: group, person, dueAt });
  const link = { site, action: 'record-register', subject: meeting, member: host, uses: null } as const;
  const { id } = await aLink(database, link);
  await database.query('update link set nudge_id = $2 where id = $1', [id, nudge.id]);
  return nudge.id;
}

const replies: Provider['replies'] = (message, over) => aProvider(api).replies(message, over);
const read = () => worker.inbox.read(new Date());
const register = async () =>
  (await database.query('select outcome, headcount, version from meeting where id = $1', [meeting]))[0];
const outcomes = async () =>
  (await database.query<{ outcome: string }>('select outcome from inbound_message order by received_at')).map(
    ({ outcome }) => outcome,
  );
const countOf = async (name: string) =>
  (await eventsOf(database, site)).filter((event) => event.name === name).length;

describe('a number by text', () => {
  test('is the register of the meeting they were asked about; told again it changes nothing', async () => {
    const nudgeId = await asked();
    const id = randomUUID();
    for (let times = 0; times < 3; times += 1) expect(await replies('6', { id })).toBe(200);
    await read();
    expect(await register()).toEqual({ outcome: 'held', headcount: 6, version: 1 });
    expect((await eventsOf(database, group)).map(({ name }) => name)).toEqual(['meeting.held.v1']);
    expect((await eventsOf(database, site)).at(-1)).toMatchObject({
      name: 'reply.received.v1',
      payload: { nudgeId, said: 'count' },
    });
    await replies('Six came');
    await replies('7');
    await read();
    expect(await register()).toEqual({ outcome: 'held', headcount: 7, version: 2 });
    expect(await outcomes()).toEqual(['saved', 'said-before', 'saved']);
  });

  test('“no” is that they did not meet', async () => {
    await asked();
    await replies('No');
    await read();
    expect(await register()).toMatchObject({ outcome: 'not-held', headcount: null });
  });

  test.each(['-1', '9999', '6.5', 'lovely, six of us and a dog'])(
    '%j is nothing anybody acts on',
    async (words) => {
      await asked();
      expect(await replies(words)).toBe(200);
      await read();
      expect([await register(), await outcomes()]).toEqual([
        { outcome: 'planned', headcount: null, version: 0 },
        ['unknown'],
      ]);
      expect(JSON.stringify(await database.query('select * from inbound_message'))).not.toContain('lovely');
    },
  );

  test('of somebody who was not asked, or whose role is over, or of a stranger, is nobody’s register', async () => {
    await replies('6');
    await read();
    await asked();
    await database.query('update group_role set until_on = current_date where member_id = $1', [host]);
    await replies('6');
    await replies('6', { source_number: '07700900999' });
    await read();
    expect((await outcomes()).sort()).toEqual(['not-asked', 'not-asked', 'stranger']);
    expect(await register()).toMatchObject({ outcome: 'planned' });
  });
});

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
