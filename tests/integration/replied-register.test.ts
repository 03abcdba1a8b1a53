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

async function told(key: string) {
  const person = { kind: 'member', id: host } as const;
  const dueAt = new Date().toISOString();
  return aNudge(database, { siteId: site, groupId: group, person, dueAt, key });
}

/** The host was asked by text how it went. */
async function asked(): Promise<string> {
  const nudge = await told('how_was_it');
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
});

describe('what is saved already', () => {
  test('is nothing yet for a “no” after another message: it may be meant for that', async () => {
    await asked();
    await told('would_a_hand_help');
    await replies('No');
    await read();
    expect([await register(), await outcomes()]).toEqual([
      { outcome: 'planned', headcount: null, version: 0 },
      ['unclear'],
    ]);
  });

  test('is never emptied by a “no”, and no mark is taken away', async () => {
    await asked();
    await replies('6');
    await read();
    const marks = { site_id: site, group_id: group, meeting_id: meeting, present: [host] };
    await database.insert('attendance', marks);
    await replies('No');
    await read();
    expect(await register()).toEqual({ outcome: 'held', headcount: 6, version: 1 });
    expect(await database.query('select present from attendance where meeting_id = $1', [meeting])).toEqual([
      { present: [host] },
    ]);
    expect(await outcomes()).toEqual(['saved', 'saved-before']);
  });

  test('is never changed when somebody entered it on the page, before or after a text', async () => {
    await asked();
    const enter = `update meeting set outcome = 'held', headcount = 4, recorded_at = now() where id = $1`;
    await database.query(enter, [meeting]);
    await replies('6');
    await read();
    expect(await register()).toMatchObject({ outcome: 'held', headcount: 4 });
    await database.query(`update meeting set outcome = 'planned', headcount = null where id = $1`, [meeting]);
    await replies('6');
    await read();
    await database.query(enter, [meeting]);
    await replies('7');
    await read();
    expect(await register()).toMatchObject({ outcome: 'held', headcount: 4 });
    expect(await outcomes()).toEqual(['saved-before', 'saved', 'saved-before']);
  });

  test('is mended by the same telephone on the same day, and not a day later', async () => {
    await asked();
    await replies('No');
    await read();
    await replies('6');
    await read();
    expect(await register()).toMatchObject({ outcome: 'held', headcount: 6 });
    await database.query(`update inbound_message set happened_at = happened_at - interval '1 day'`);
    await replies('7');
    await read();
    expect(await register()).toMatchObject({ outcome: 'held', headcount: 6 });
  });
});

describe('a text', () => {
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
