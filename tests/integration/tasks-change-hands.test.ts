import { afterAll, beforeAll, beforeEach, expect, test } from '@jest/globals';
import { aGroup } from '../support/a-group.js';
import { giveRole } from '../support/a-group-and-everyone.js';
import type { HandoverRow } from '../support/a-handover.js';
import { aHandover, taskOf } from '../support/a-handover.js';
import { aProgramme } from '../support/a-programme.js';
import { aSite } from '../support/a-site.js';
import type { AccountRow } from '../support/an-account.js';
import { anAccount } from '../support/an-account.js';
import type { TestWorker } from '../support/a-worker.js';
import { aWorker } from '../support/a-worker.js';
import type { TestDatabase } from '../support/database.js';
import { aDatabase } from '../support/database.js';

const NOW = new Date('2026-04-23T11:00:00Z'); // a Thursday, two days after the last session
let database: TestDatabase;
let worker: TestWorker;
let siteId: string;
let programmeId: string;
let groupId: string;
let handover: HandoverRow;
let ada: AccountRow;
let ben: AccountRow;

beforeAll(async () => {
  database = await aDatabase();
  worker = await aWorker(database);
}, 30_000);
afterAll(async () => {
  await worker?.close();
  await database?.close();
});
beforeEach(async () => {
  siteId = (await aSite(database)).id;
  const programme = await aProgramme(database, { siteId, lastSessionOn: '2026-04-21' });
  programmeId = programme.id;
  groupId = (await aGroup(database, { siteId, programmeId })).id;
  handover = await aHandover(database, programme, { groupId });
  ada = await anAccount(database, { roles: [{ role: 'contact', siteId }] });
  ben = await anAccount(database, { roles: [{ role: 'contact', siteId }] });
});

const takes = async (account: AccountRow): Promise<string> => {
  const role = (await giveRole(database, { siteId, groupId, kind: 'contact', accountId: account.id })) as {
    id: string;
  };
  const payload = { groupId, roleId: role.id, kind: 'contact' };
  await worker.append({ name: 'role.accepted.v1', streamId: groupId, siteId, occurredAt: NOW, payload });
  await worker.drain(NOW);
  return role.id;
};
const leaves = async (roleId: string) => {
  await database.query(`update group_role set until_on = '2026-04-23' where id = $1`, [roleId]);
  const payload = { groupId, roleId, kind: 'contact' };
  await worker.append({ name: 'role.vacated.v1', streamId: groupId, siteId, occurredAt: NOW, payload });
  await worker.drain(NOW);
};
const holderOf = async (key: string) => (await taskOf(database, handover.id, key)).assignee_id;
const told = () =>
  database.query<{ person_id: string }>(
    `select person_id from nudge where key = 'task_digest' and site_id = $1 and state = 'planned' order by due_at`,
    [siteId],
  );

test('the group’s own tasks go from whoever steps down to whoever is there, and never stay with the one who left', async () => {
  const first = await takes(ada);
  expect(await holderOf('support_plan')).toBe(ada.id);
  await leaves(first);
  expect(await holderOf('support_plan')).toBeNull();
  const second = await takes(ben);
  expect(await holderOf('support_plan')).toBe(ben.id);
  expect(await holderOf('working_agreement')).toBe(ben.id);

  await takes(ada);
  expect(await holderOf('support_plan')).toBe(ben.id);
  await leaves(second);
  expect(await holderOf('support_plan')).toBe(ada.id);
});

test('what was done stays with whoever did it', async () => {
  const first = await takes(ada);
  await database.query(
    `update handover_task set state = 'done', done_by = $2 where handover_id = $1 and key = 'support_plan'`,
    [handover.id, ada.id],
  );
  await leaves(first);
  await takes(ben);
  expect(await holderOf('support_plan')).toBe(ada.id);
});

test('a late task that changes hands is told to whoever has it now, once', async () => {
  const first = await takes(ada);
  await takes(ben);
  const before = await told();
  await leaves(first);
  const people = (await told()).slice(before.length).map(({ person_id }) => person_id);
  expect(people).toEqual([ben.id]);
});
