import { afterAll, beforeAll, beforeEach, describe, expect, test } from '@jest/globals';
import type { ReassignView } from '@followon/shared/contract/reassign';
import type { HandoverRow } from '../support/a-handover.js';
import { aHandover, taskOf } from '../support/a-handover.js';
import type { ProgrammeRow } from '../support/a-programme.js';
import { aProgramme } from '../support/a-programme.js';
import { aSite } from '../support/a-site.js';
import type { AccountRow } from '../support/an-account.js';
import { anAccount } from '../support/an-account.js';
import type { Client, TestApi } from '../support/api.js';
import { anApi } from '../support/api.js';
import type { TestDatabase } from '../support/database.js';
import { aDatabase } from '../support/database.js';
import { auditOf, eventsOf } from '../support/events.js';

let database: TestDatabase;
let api: TestApi;
let site: string;
let lead: Client;
let sam: AccountRow;
let bev: AccountRow;
let programme: ProgrammeRow;
let handover: HandoverRow;

beforeAll(async () => {
  database = await aDatabase();
  api = await anApi(database);
  site = (await aSite(database)).id;
  const at = (role: 'lead' | 'volunteer') => anAccount(database, { roles: [{ role, siteId: site }] });
  [sam, bev] = [await at('volunteer'), await at('volunteer')];
  lead = await api.signedInAs(await at('lead'));
}, 30_000);

beforeEach(async () => {
  programme = await aProgramme(database, { siteId: site, lastSessionOn: '2099-04-21' });
  const tasks = { ptv_visit: 'passed-on', venue_option: 'done' } as const;
  handover = await aHandover(database, programme, { volunteerId: sam.id, tasks });
  await database.query(
    `update handover_task set assignee_id = null, reason = 'no-time' where handover_id = $1 and key = 'ptv_visit'`,
    [handover.id],
  );
});

afterAll(async () => {
  await api?.close();
  await database?.close();
});

const idOf = async (key: string) => (await taskOf(database, handover.id, key)).id;
const keys = ['ptv_visit', 'roles_agreed', 'venue_option', 'safety_card'] as const;
const all = () => Promise.all(keys.map(idOf));
const reassign = (body: object, who = lead) => who.post<ReassignView>('/handover-tasks/reassign', body);
const standing = async (key: string) => {
  const { assignee_id, state, ...row } = await taskOf(database, handover.id, key);
  return [assignee_id, state, (row as { reason?: string | null }).reason ?? null];
};

describe('moving many tasks to somebody else', () => {
  test('is shown beforehand, and showing writes nothing', async () => {
    const taskIds = await all();
    const { status, body } = await reassign({ taskIds, toAccountId: bev.id, preview: true });
    const [visit, roles, venue, card] = taskIds;
    expect([status, body.moved.map(({ taskId }) => taskId).sort()]).toEqual([200, [visit, roles].sort()]);
    expect(new Set(body.skipped.map(({ taskId, because }) => `${taskId} ${because}`))).toEqual(
      new Set([`${venue} settled`, `${card} wrong-role`]),
    );
    expect(await standing('roles_agreed')).toEqual([sam.id, 'open', null]);
    expect(await eventsOf(database, programme.id)).toEqual([]);
    expect(await auditOf(database, roles ?? '')).toEqual([]);
  });

  test('is announced and noted down for each, and one call puts all of it back', async () => {
    const { body } = await reassign({ taskIds: await all(), toAccountId: bev.id });
    expect(await standing('ptv_visit')).toEqual([bev.id, 'open', null]);
    expect(await standing('roles_agreed')).toEqual([bev.id, 'open', null]);
    expect((await eventsOf(database, programme.id)).map(({ payload }) => payload['because'])).toEqual([
      'in-bulk',
      'in-bulk',
    ]);
    expect(await auditOf(database, await idOf('roles_agreed'))).toEqual(['handover-task.assigned']);
    expect((await reassign(body.undo ?? {})).status).toBe(200);
    expect(await standing('ptv_visit')).toEqual([null, 'passed-on', 'no-time']);
    expect(await standing('roles_agreed')).toEqual([sam.id, 'open', null]);
  });

  test('leaves what is theirs, and goes to nobody on a break or of another site', async () => {
    const taskIds = [await idOf('roles_agreed')];
    const because = async (toAccountId: string) =>
      (await reassign({ taskIds, toAccountId })).body.skipped[0]?.because;
    expect(await because(sam.id)).toBe('already-theirs');
    const stranger = await anAccount(database, {
      roles: [{ role: 'volunteer', siteId: (await aSite(database)).id }],
    });
    expect(await because(stranger.id)).toBe('not-of-this-site');
    await database.query(`update volunteer set paused_until = '2099-01-01' where account_id = $1`, [bev.id]);
    expect(await because(bev.id)).toBe('on-a-break');
    await database.query(`update volunteer set paused_until = null where account_id = $1`, [bev.id]);
  });

  test('gives nothing to a volunteer whose checks ran out, and puts back what was theirs before', async () => {
    const { body } = await reassign({ taskIds: [await idOf('roles_agreed')], toAccountId: bev.id });
    const lapse = (who: AccountRow, until: string) =>
      database.query('update volunteer set checks_until = $2 where account_id = $1', [who.id, until]);
    await lapse(sam, '2020-01-31');
    const again = await reassign({ taskIds: await all(), toAccountId: sam.id, preview: true });
    expect(again.body.moved).toEqual([]);
    expect(again.body.skipped.filter(({ because }) => because === 'checks-expired')).toHaveLength(2);
    await reassign(body.undo ?? {});
    expect(await standing('roles_agreed')).toEqual([sam.id, 'open', null]);
    await lapse(sam, '2099-12-31');
  });

  test('is told by the day of each task', async () => {
    const tell = async () =>
      (await reassign({ taskIds: await all(), toAccountId: bev.id, preview: true })).body.moved[0]?.taskId;
    const due = (key: string, on: string) =>
      database.query('update handover_task set due_on = $3 where handover_id = $1 and key = $2', [
        ...[handover.id, key, on],
      ]);
    for (const first of ['ptv_visit', 'roles_agreed']) {
      await due('ptv_visit', '2099-03-02');
      await due('roles_agreed', '2099-03-02');
      await due(first, '2099-03-01');
      expect(await tell()).toBe(await idOf(first));
    }
  });

  test('finds no task of another site, and moves none of the others either', async () => {
    const elsewhere = await aProgramme(database);
    const foreign = await aHandover(database, elsewhere, {});
    const taskIds = [await idOf('roles_agreed'), (await taskOf(database, foreign.id, 'ptv_visit')).id];
    expect((await reassign({ taskIds, toAccountId: bev.id })).status).toBe(404);
    expect(await standing('roles_agreed')).toEqual([sam.id, 'open', null]);
    expect(
      (await reassign({ taskIds: taskIds.slice(0, 1), toAccountId: bev.id }, await api.signedInAs(sam)))
        .status,
    ).toBe(404);
  });

  test('takes one way of saying it and at most 200 tasks', async () => {
    const [taskId = ''] = await all();
    const moves = [{ taskId, toAccountId: null }];
    for (const body of [
      {},
      { taskIds: [taskId] },
      { moves, taskIds: [taskId], toAccountId: bev.id },
      { taskIds: Array(201).fill(taskId), toAccountId: bev.id },
    ])
      expect((await reassign(body)).status).toBe(400);
  });
});
