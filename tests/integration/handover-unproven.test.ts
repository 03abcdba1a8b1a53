import { afterAll, beforeAll, beforeEach, expect, test } from '@jest/globals';
import type { HandoverView } from '@followon/shared/contract/handovers';
import { addDays } from '@followon/shared/rules/calendar/civil-date';
import { londonDate } from '@followon/shared/rules/calendar/london';
import { aGroup } from '../support/a-group.js';
import { aTaskStage, type TaskStage } from '../support/a-task-stage.js';
import { auditOf } from '../support/events.js';

let stage: TaskStage;
let id: string;
let siteId: string;
let groupId: string;

beforeAll(async () => {
  stage = await aTaskStage();
}, 30_000);
beforeEach(async () => {
  id = await stage.opened();
  const { database } = stage;
  const [row] = await database.query<{ site_id: string }>('select site_id from handover where id = $1', [id]);
  siteId = row?.site_id ?? '';
  groupId = (await aGroup(database, { siteId, programmeId: stage.programmeId() })).id;
  await database.query('update handover set group_id = $2 where id = $1', [id, groupId]);
  await database.query(
    `update handover_task set state = 'done' where handover_id = $1 and blocking and key <> 'handover_done'`,
    [id],
  );
});
afterAll(() => stage?.close());

const read = async () => (await stage.at.clinician.get<HandoverView>(`/handovers/${id}`)).body;
const signOff = () => stage.at.clinician.post<HandoverView>(`/handovers/${id}/sign-off`, {});
const today = londonDate(new Date());

const aMeetingOn = (on: string, outcome: string) =>
  stage.database.insert('meeting', { site_id: siteId, group_id: groupId, held_on: on, outcome });
const aContactPerson = (accountId: string) =>
  stage.database.insert('group_role', {
    ...{ site_id: siteId, group_id: groupId, kind: 'contact', account_id: accountId, from_on: '2026-03-01' },
  });
const withFacts = async () => {
  const { database, people } = stage;
  const told = { programme_id: stage.programmeId(), site_id: siteId };
  await database.insert('programme_interest', {
    ...{ ...told, yes: 5, maybe: 1, no: 2, other_kind: 0, recorded_at: new Date() },
  });
  await database.query('update handover set route_chosen_at = now() where id = $1', [id]);
  await aContactPerson(people.helper.id);
  await aContactPerson(people.deputy.id);
  await aMeetingOn(addDays(today, 7), 'planned');
  await database.query(
    `update handover_task set evidence = '{"answers":{"all-asked":true}}' where handover_id = $1 and key in ('needs_check', 'consent_contacts')`,
    [id],
  );
};

test('what was only ticked is told before the sign-off, hinders nobody, and is in the record', async () => {
  expect((await read()).unproven).toEqual([
    ...[
      'needs_check',
      'interest_poll',
      'choose_route',
      'consent_contacts',
      'roles_agreed',
      'first_date_fixed',
    ],
  ]);
  expect((await signOff()).status).toBe(200);
  expect((await read()).unproven).toEqual([]);
  expect(await auditOf(stage.database, id)).toEqual(['handover.signed-off', 'handover.signed-off.unproven']);
});

test('what is recorded or answered is not told', async () => {
  await withFacts();
  expect((await read()).unproven).toEqual([]);
  await signOff();
  expect(await auditOf(stage.database, id)).toEqual(['handover.signed-off']);
});

test('a meeting that was planned for a day gone by is no date, one that was held is', async () => {
  await withFacts();
  await stage.database.query('update meeting set held_on = $2 where group_id = $1', [
    groupId,
    addDays(today, -3),
  ]);
  expect((await read()).unproven).toEqual(['first_date_fixed']);
  await stage.database.query(`update meeting set outcome = 'held', headcount = 4 where group_id = $1`, [
    groupId,
  ]);
  expect((await read()).unproven).toEqual([]);
});
