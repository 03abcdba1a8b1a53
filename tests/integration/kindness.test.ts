import { afterAll, beforeAll, expect, test } from '@jest/globals';
import type { KindnessView } from '@followon/shared/contract/kindness';
import { aGroup } from '../support/a-group.js';
import { aSite } from '../support/a-site.js';
import type { TestWorker } from '../support/a-worker.js';
import { aWorker } from '../support/a-worker.js';
import { anAccount } from '../support/an-account.js';
import type { Client, TestApi } from '../support/api.js';
import { anApi } from '../support/api.js';
import type { TestDatabase } from '../support/database.js';
import { aDatabase } from '../support/database.js';

let database: TestDatabase;
let api: TestApi;
let worker: TestWorker;
let contact: Client;
let groupId: string;
let people: string[];

beforeAll(async () => {
  database = await aDatabase();
  api = await anApi(database);
  worker = await aWorker(database);
  const siteId = (await aSite(database)).id;
  groupId = (await aGroup(database, { siteId })).id;
  const account = await anAccount(database, { roles: [{ role: 'contact', siteId }] });
  const place = { site_id: siteId, group_id: groupId };
  await database.insert('group_role', {
    ...{ ...place, kind: 'contact', account_id: account.id, from_on: '2026-01-01' },
  });
  const aMember = (wants: boolean) =>
    database.insert<{ id: string }>('member', { ...place, display_name: 'Sam', wants_messages: wants });
  people = [account.id, (await aMember(true)).id].sort();
  await aMember(false);
  contact = await api.signedInAs(account);
}, 30_000);

afterAll(async () => {
  await worker?.close();
  await api?.close();
  await database?.close();
});

test('a kind word goes once to those who said yes and to who looks after the group, however often it is pressed', async () => {
  const press = () => contact.post<KindnessView>(`/groups/${groupId}/kindness`, {});
  const pressed = await Promise.all([press(), press(), press()]);
  expect(pressed.map(({ status }) => status)).toEqual([200, 200, 200]);
  expect(pressed.filter(({ body }) => body.isNew)).toHaveLength(1);
  await worker.drain(new Date());
  const planned = await database.query<{ person_id: string }>(
    `select person_id from nudge where group_id = $1 and key = 'flare_kindness' order by person_id`,
    [groupId],
  );
  expect(planned.map(({ person_id }) => person_id)).toEqual(people);
  const audit = await database.query(`select 1 from audit_entry where what = 'group.kindness-asked'`);
  expect(audit).toHaveLength(1);
});

test('a group that has ended sends none', async () => {
  await database.query(`update follow_on_group set state = 'closed' where id = $1`, [groupId]);
  expect((await contact.post(`/groups/${groupId}/kindness`, {})).status).toBe(409);
});
