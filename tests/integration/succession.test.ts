import { afterAll, beforeAll, beforeEach, describe, expect, test } from '@jest/globals';
import { aGroupOfASite, leaveRole, noonOf, searchesOf, takeRole, toldOf } from '../support/a-succession.js';
import type { TestWorker } from '../support/a-worker.js';
import { aWorker } from '../support/a-worker.js';
import { anAccount } from '../support/an-account.js';
import type { TestDatabase } from '../support/database.js';
import { aDatabase } from '../support/database.js';
import { eventsOf } from '../support/events.js';

let database: TestDatabase;
let worker: TestWorker;
let place: Awaited<ReturnType<typeof aGroupOfASite>>;
let contact: string;
let roleId: string;

beforeAll(async () => {
  database = await aDatabase();
  worker = await aWorker(database);
});

afterAll(async () => {
  await worker?.close();
  await database?.close();
});

const TUESDAY = '2026-04-14';

beforeEach(async () => {
  place = await aGroupOfASite(database);
  contact = (await anAccount(database, { roles: [{ role: 'contact', siteId: place.siteId }] })).id;
  const told = { siteId: place.siteId, groupId: place.groupId };
  roleId = await takeRole(
    { database, worker },
    { ...told, kind: 'contact', accountId: contact, on: '2026-03-02' },
  );
  await worker.drain(noonOf('2026-03-02'));
});

const one = async () => {
  const all = await searchesOf(database, place.groupId);
  const [last] = all.slice(-1);
  return { ...last, count: all.length };
};
const aRole = (kind: 'contact' | 'host' | 'ptv', on: string, role: 'contact' | 'volunteer' = 'contact') =>
  anAccount(database, { roles: [{ role, siteId: place.siteId }] }).then(async ({ id: accountId }) => ({
    accountId,
    roleId: await takeRole({ database, worker }, { ...place, kind, accountId, on }),
  }));
const live = async (on: string) => {
  await worker.sweeper.sweep(noonOf(on));
  await worker.drain(noonOf(on));
};
const say = (name: 'group.rested.v1' | 'group.resumed.v1', payload: object, on: string) =>
  worker.append({
    name,
    streamId: place.groupId,
    siteId: place.siteId,
    occurredAt: noonOf(on),
    payload: { groupId: place.groupId, ...payload },
  });

describe('when the last contact person stops', () => {
  test('a search opens; with nobody left in the group the lead hears of it at once', async () => {
    await leaveRole({ database, worker }, { roleId, on: TUESDAY });
    await worker.drain(noonOf(TUESDAY));
    expect(await one()).toMatchObject({
      stage: 'lead',
      because: 'stepped-down',
      act_by: '2026-04-21',
      count: 1,
    });
    expect(await toldOf(database, place.groupId)).toEqual([`contact_wanted_lead ${place.lead}`]);
  });

  test('the group and its volunteer have two weeks, the lead one, then the administrator hears again and again', async () => {
    const host = await aRole('host', '2026-03-02');
    const ptv = await aRole('ptv', '2026-03-02', 'volunteer');
    await leaveRole({ database, worker }, { roleId, on: TUESDAY });
    await worker.drain(noonOf(TUESDAY));
    expect(await one()).toMatchObject({ stage: 'group', act_by: '2026-04-28' });
    const own = [host.accountId, ptv.accountId].sort().map((id) => `contact_wanted ${id}`);
    expect((await toldOf(database, place.groupId)).sort()).toEqual(own);

    await live('2026-04-28');
    expect(await one()).toMatchObject({ stage: 'group' });
    await live('2026-04-29');
    expect(await one()).toMatchObject({ stage: 'lead', act_by: '2026-05-06' });
    await live('2026-05-07');
    expect(await one()).toMatchObject({ stage: 'site-admin', act_by: '2026-05-21' });
    await live('2026-05-22');
    expect(await one()).toMatchObject({ stage: 'site-admin', act_by: '2026-06-05', count: 1 });
    const told = (await toldOf(database, place.groupId)).filter(
      (line) => !line.startsWith('contact_wanted '),
    );
    expect(told).toEqual([
      `contact_wanted_lead ${place.lead}`,
      ...Array<string>(2).fill(`contact_wanted_admin ${place.admin}`),
    ]);
  });

  test('the next yes ends it, and the one after that finds nothing to end', async () => {
    await leaveRole({ database, worker }, { roleId, on: TUESDAY });
    await worker.drain(noonOf(TUESDAY));
    await aRole('contact', '2026-04-16');
    await aRole('contact', '2026-04-16');
    await worker.drain(noonOf('2026-04-16'));
    expect(await one()).toMatchObject({ state: 'filled', count: 1 });
    const names = (await eventsOf(database, place.groupId)).map(({ name }) => name);
    expect(names.filter((name) => name.startsWith('succession.'))).toEqual([
      'succession.opened.v1',
      'succession.closed.v1',
    ]);
    await live('2026-04-30');
    expect(await one()).toMatchObject({ state: 'filled', count: 1 });
  });

  test('nothing opens while another contact person is there', async () => {
    await aRole('contact', '2026-03-03');
    await leaveRole({ database, worker }, { roleId, on: TUESDAY });
    await worker.drain(noonOf(TUESDAY));
    expect((await one()).count).toBe(0);
  });

  test('the same fact heard twice opens nothing twice', async () => {
    await leaveRole({ database, worker }, { roleId, on: TUESDAY });
    const payload = { groupId: place.groupId, roleId, kind: 'contact' };
    const again = { streamId: place.groupId, siteId: place.siteId, occurredAt: noonOf(TUESDAY), payload };
    await worker.append({ name: 'role.vacated.v1', ...again }, { name: 'role.vacated.v1', ...again });
    await worker.drain(noonOf(TUESDAY));
    expect((await one()).count).toBe(1);
    const lists = await database.query('select 1 from handover where group_id = $1', [place.groupId]);
    expect(lists).toHaveLength(1);
  });
});

test('during a break the clock stands still, and after it the same stage has its whole time again', async () => {
  await aRole('host', '2026-03-02');
  await leaveRole({ database, worker }, { roleId, on: TUESDAY });
  await worker.drain(noonOf(TUESDAY));
  await database.query(`update follow_on_group set state = 'resting' where id = $1`, [place.groupId]);
  await say('group.rested.v1', { from: '2026-04-20', until: null }, '2026-04-20');
  await live('2026-05-20');
  expect(await one()).toMatchObject({ stage: 'group', state: 'open' });
  await database.query(`update follow_on_group set state = 'meeting' where id = $1`, [place.groupId]);
  await say('group.resumed.v1', { on: '2026-06-01' }, '2026-06-01');
  await worker.drain(noonOf('2026-06-01'));
  expect(await one()).toMatchObject({ stage: 'group', act_by: '2026-06-15' });
  await live('2026-06-16');
  expect(await one()).toMatchObject({ stage: 'lead', count: 1 });
});

test('an account that is switched off is seen the next morning, and one that is switched on again ends the search', async () => {
  const formed = { groupId: place.groupId, programmeId: null, formedOn: null };
  const about = { streamId: place.groupId, siteId: place.siteId, occurredAt: noonOf(TUESDAY) };
  await worker.append({ name: 'group.formed.v1', ...about, payload: formed });
  await worker.drain(noonOf(TUESDAY));
  await database.query('update account set disabled_at = now() where id = $1', [contact]);
  await live('2026-04-15');
  expect(await one()).toMatchObject({ state: 'open', because: 'account-disabled', stage: 'lead' });
  await database.query('update account set disabled_at = null where id = $1', [contact]);
  await live('2026-04-16');
  expect(await one()).toMatchObject({ state: 'filled' });
});

test('an imported group is looked for in silence, through all its stages', async () => {
  const imported = await aGroupOfASite(database);
  const payload = { groupId: imported.groupId, programmeId: null, formedOn: null };
  const about = { streamId: imported.groupId, siteId: imported.siteId, occurredAt: noonOf(TUESDAY) };
  await worker.append({ name: 'group.formed.v1', ...about, payload, origin: 'import' });
  await worker.drain(noonOf(TUESDAY));
  const [opened] = await searchesOf(database, imported.groupId);
  expect(opened).toMatchObject({ because: 'never-had-one', stage: 'group', act_by: '2026-04-28' });
  await live('2026-04-29');
  await live('2026-05-07');
  expect(await searchesOf(database, imported.groupId)).toMatchObject([
    { stage: 'site-admin', state: 'open' },
  ]);
  const any = await database.query(`select 1 from nudge where group_id = $1`, [imported.groupId]);
  expect(any).toEqual([]);
});

test('groups that were there before anybody looked are found by the first look, in silence', async () => {
  const old = await aGroupOfASite(database);
  await database.insert('due', {
    ...{ rule: 'succession-look', site_id: old.siteId, stream_id: old.siteId, subject_id: old.siteId },
    ...{ occurrence: 'first', due_at: noonOf(TUESDAY) },
  });
  await live(TUESDAY);
  expect(await searchesOf(database, old.groupId)).toMatchObject([{ state: 'open', act_by: '2026-04-28' }]);
  await live('2026-05-10');
  expect(await toldOf(database, old.groupId)).toEqual([]);
});
