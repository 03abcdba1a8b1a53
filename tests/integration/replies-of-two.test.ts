import { afterAll, beforeAll, beforeEach, describe, expect, test } from '@jest/globals';
import { aGroup } from '../support/a-group.js';
import { aLink } from '../support/a-link.js';
import { aSite } from '../support/a-site.js';
import { aProvider, hasPhone, providerEnv } from '../support/a-telephone.js';
import type { TestWorker } from '../support/a-worker.js';
import { aWorker } from '../support/a-worker.js';
import type { TestApi } from '../support/api.js';
import { anApi } from '../support/api.js';
import type { TestDatabase } from '../support/database.js';
import { aDatabase } from '../support/database.js';

let database: TestDatabase;
let api: TestApi;
let worker: TestWorker;
let site: string;
let group: string;
let jo: string;

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
  jo = await atTheTelephone();
});

afterAll(async () => {
  await api?.close();
  await worker?.close();
  await database?.close();
});

/** A member whose telephone it is, too. */
async function atTheTelephone(): Promise<string> {
  const { id } = await database.insert<{ id: string }>('member', { site_id: site, group_id: group });
  await hasPhone(database, id);
  return id;
}

const ago = (minutes: number) => new Date(Date.now() - minutes * 60_000).toISOString();
async function texts(message: string, minutesAgo = 0): Promise<void> {
  await aProvider(api).replies(message, { date_received: ago(minutesAgo) });
  await worker.inbox.read(new Date());
}

/** By Jo's own link. */
async function saysOnPage(change: object): Promise<void> {
  const link = { site, action: 'preferences', subject: jo, member: jo, uses: null } as const;
  const { token } = await aLink(database, link);
  expect((await api.nobody.post('/links/act', { token, ...change })).status).toBe(200);
}

interface Wishes {
  readonly stopped: boolean;
  readonly paused: boolean;
  /** The word about all texts, and whose. */
  readonly texts: string | null;
}

async function wishesOf(person: string): Promise<Wishes | undefined> {
  const [row] = await database.query<Wishes & Record<string, unknown>>(
    `select w.stopped_at is not null as stopped, w.paused_until is not null as paused, concat_ws(' ', c.wants::text, c.said_by) as texts
     from message_wish w left join message_consent c on c.person_id = w.person_id and c.purpose = 'all' where w.person_id = $1`,
    [person],
  );
  return row;
}
const days = async (person: string) =>
  (
    await database.query<{ days: number }>(
      'select paused_until - $2::date as days from message_wish where person_id = $1',
      [person, new Date()],
    )
  )[0]?.days;

describe('START from a telephone that two people have', () => {
  test.each<[string, object, Wishes]>([
    ['a stop of everything', { stopAll: true }, { stopped: true, paused: false, texts: '' }],
    ['a pause', { pause: { weeks: 8 } }, { stopped: false, paused: true, texts: '' }],
    ['a no to texts', { channels: { sms: false } }, { stopped: false, paused: false, texts: 'false self' }],
  ])('undoes not %s that one of them said on a page', async (_, change, stands) => {
    await atTheTelephone();
    await saysOnPage(change);
    await texts('START');
    expect(await wishesOf(jo)).toEqual(stands);
  });

  test('takes back, for both of them, what came by text', async () => {
    const robin = await atTheTelephone();
    await texts('STOP', 3);
    await texts('PAUSE', 2);
    await texts('START', 1);
    for (const person of [jo, robin])
      expect(await wishesOf(person)).toEqual({ stopped: false, paused: false, texts: 'true reply' });
  });

  test('and PAUSE from it shortens no pause that one of them said on a page', async () => {
    const robin = await atTheTelephone();
    await saysOnPage({ pause: { weeks: 8 } });
    await texts('PAUSE 2');
    expect([await days(jo), await days(robin)]).toEqual([56, 14]);
  });
});

describe('START from a telephone of one’s own', () => {
  test('takes back whatever was said before it was written', async () => {
    await saysOnPage({ stopAll: true, channels: { sms: false } });
    await saysOnPage({ pause: { weeks: 8 } });
    await texts('START');
    expect(await wishesOf(jo)).toEqual({ stopped: false, paused: false, texts: 'true reply' });
  });

  test.each<[string, object, Wishes]>([
    ['a stop', { stopAll: true }, { stopped: true, paused: false, texts: '' }],
    ['a pause', { pause: { weeks: 8 } }, { stopped: false, paused: true, texts: '' }],
    ['a no to texts', { channels: { sms: false } }, { stopped: false, paused: false, texts: 'false self' }],
  ])('takes not back %s that was said on a page after it was written', async (_, change, stands) => {
    await saysOnPage(change);
    await texts('START', 10);
    expect(await wishesOf(jo)).toEqual(stands);
  });

  test('counts against an older STOP, though they said no to something else on a page since', async () => {
    await texts('STOP', 30);
    await saysOnPage({ purposes: { thanks: false } });
    await texts('START', 10);
    expect(await wishesOf(jo)).toMatchObject({ texts: 'true reply' });
  });
});

test.each(['+44 (0)7700 900777', '0044 (0)7700 900777', '7700 900777'])(
  'STOP is known from a telephone that was written down as %s',
  async (address) => {
    await saysOnPage({ address: { channel: 'sms', address } });
    await aProvider(api).replies('STOP', { source_number: '447700900777' });
    await worker.inbox.read(new Date());
    expect(await wishesOf(jo)).toMatchObject({ texts: 'false reply' });
  },
);
