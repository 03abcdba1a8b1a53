import { afterAll, beforeAll, expect, test } from '@jest/globals';
import { addDays } from '@followon/shared/rules/calendar/civil-date';
import { londonDate } from '@followon/shared/rules/calendar/london';
import { fillPair } from '../support/a-full-pair.js';
import type { TestWorker } from '../support/a-worker.js';
import { aWorker } from '../support/a-worker.js';
import { anAccount } from '../support/an-account.js';
import type { TestApi } from '../support/api.js';
import { anApi } from '../support/api.js';
import type { TestDatabase } from '../support/database.js';
import { aDatabase } from '../support/database.js';
import { twoGroups } from '../support/two-groups.js';

const today = londonDate(new Date());
const nobody = {
  members: 0,
  both: 0,
  hosts: 0,
  sharedContact: false,
  withPtv: false,
  fromDays: [],
  intoDays: [],
};
let database: TestDatabase;
let api: TestApi;
let worker: TestWorker;

beforeAll(async () => {
  database = await aDatabase();
  api = await anApi(database);
  worker = await aWorker(database);
});
afterAll(async () => {
  await worker?.close();
  await api?.close();
  await database?.close();
});

test('a late task of a group that merged and parted again is told to the lead and the administrator', async () => {
  const two = await twoGroups(database, api, [6, 7]);
  await anAccount(database, { roles: [{ role: 'lead', siteId: two.siteId }] });
  await fillPair(database, two, { ...nobody, lists: ['restart'] }, today);
  // The joint group has such a list of its own, so that this one is put away for the time together.
  await database.insert('handover', {
    ...{ site_id: two.siteId, group_id: two.into.id, kind: 'restart', template_version: 'base-1' },
    opened_on: '2026-02-02',
  });
  const dueOn = addDays(today, -2);
  const [task] = await database.query<{ id: string }>(
    `update handover_task t set state = 'overdue', due_on = $2, assignee_id = $3 from handover h
     where h.id = t.handover_id and h.group_id = $1 returning t.id`,
    [two.from.id, dueOn, two.from.account.id],
  );
  const look = { site_id: two.siteId, stream_id: two.from.id, subject_id: task?.id, due_at: new Date() };
  await database.insert('due', { ...look, rule: 'task-overdue', occurrence: dueOn, done_at: new Date() });
  await database.insert('due', { ...look, rule: 'task-escalation', occurrence: `${dueOn}/lead` });

  const id = await two.merge();
  await worker.drain(new Date());
  await two.from.client.post(`/group-merges/${id}/undo`, {});
  await worker.drain(new Date());
  for (let day = 1; day < 12; day += 1) {
    const morning = new Date(`${addDays(today, day)}T07:05:00Z`);
    await worker.sweeper.sweep(morning);
    await worker.drain(morning);
  }
  expect(await database.query('select escalated_to from handover_task where id = $1', [task?.id])).toEqual([
    { escalated_to: 'site-admin' },
  ]);
});
