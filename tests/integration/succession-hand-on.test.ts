import { afterAll, beforeAll, beforeEach, describe, expect, test } from '@jest/globals';
import { aGroupOfASite, leaveRole, noonOf, takeRole } from '../support/a-succession.js';
import type { TestWorker } from '../support/a-worker.js';
import { aWorker } from '../support/a-worker.js';
import { anAccount } from '../support/an-account.js';
import type { TestDatabase } from '../support/database.js';
import { aDatabase } from '../support/database.js';
import { eventsOf } from '../support/events.js';

let database: TestDatabase;
let worker: TestWorker;
let place: Awaited<ReturnType<typeof aGroupOfASite>>;

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
});

const somebody = async (kind: 'contact' | 'host' | 'ptv', on = '2026-03-02') => {
  const role = kind === 'ptv' ? 'volunteer' : 'contact';
  const { id: accountId } = await anAccount(database, { roles: [{ role, siteId: place.siteId }] });
  const roleId = await takeRole({ database, worker }, { ...place, kind, accountId, on });
  await worker.drain(noonOf(on));
  return { accountId, roleId };
};
const leave = async (roleId: string, on = TUESDAY) => {
  await leaveRole({ database, worker }, { roleId, on });
  await worker.drain(noonOf(on));
};
const tellAhead = async (roleId: string, on: string) => {
  await database.query('update group_role set stepping_down_on = $2 where id = $1', [roleId, on]);
  const payload = { groupId: place.groupId, roleId, kind: 'contact', on } as const;
  const about = { streamId: place.groupId, siteId: place.siteId, occurredAt: noonOf(TUESDAY), payload };
  await worker.append({ name: 'role.stepping-down.v1', ...about });
  await worker.drain(noonOf(TUESDAY));
};

interface TaskRow {
  readonly key: string;
  readonly owner_role: string;
  readonly assignee_id: string | null;
  readonly due_on: string;
  readonly state: string;
}

const tasksOf = (roleId: string): Promise<TaskRow[]> =>
  database.query<TaskRow & Record<string, unknown>>(
    `select t.key, t.owner_role, t.assignee_id, t.due_on::text, t.state from handover_task t join handover h on h.id = t.handover_id
     where h.role_id = $1 order by t.position`,
    [roleId],
  );
const ownersOf = async (roleId: string) => [
  ...new Set(
    (await tasksOf(roleId))
      .filter(({ state }) => state !== 'done')
      .map((task) => `${task.owner_role} ${task.assignee_id}`),
  ),
];
const names = async () => (await eventsOf(database, place.groupId)).map(({ name }) => name);

describe('a hand-on list', () => {
  test('opens once with its days when a contact person has stopped, with the others of the group', async () => {
    await somebody('contact');
    const { roleId } = await somebody('contact');
    await leave(roleId);
    const tasks = await tasksOf(roleId);
    expect(tasks.map(({ key, due_on }) => `${key} ${due_on}`)).toEqual([
      'hand_on_ask 2026-04-17',
      'hand_on_things 2026-04-21',
      'hand_on_contacts 2026-04-21',
      'hand_on_tell 2026-04-21',
      'hand_on_thanks 2026-04-28',
    ]);
    expect(await ownersOf(roleId)).toEqual(['contact null']);
    expect((await names()).filter((name) => name === 'checklist.opened.v1')).toHaveLength(1);
  });

  test('told ahead is the leaver’s until their last day, and then the volunteer’s', async () => {
    const ptv = await somebody('ptv');
    const { roleId, accountId } = await somebody('contact');
    await tellAhead(roleId, '2026-05-12');
    expect(await ownersOf(roleId)).toEqual([`contact ${accountId}`]);
    await worker.sweeper.sweep(noonOf('2026-05-12'));
    expect((await names()).includes('role.vacated.v1')).toBe(false);
    await worker.sweeper.sweep(noonOf('2026-05-13'));
    await worker.drain(noonOf('2026-05-13'));
    expect((await names()).filter((name) => name === 'role.vacated.v1')).toHaveLength(1);
    expect(await ownersOf(roleId)).toEqual([`volunteer ${ptv.accountId}`]);
    expect((await names()).filter((name) => name === 'checklist.opened.v1')).toHaveLength(1);
  });

  test('goes by the day that was told last', async () => {
    const { roleId } = await somebody('contact');
    await tellAhead(roleId, '2026-04-20');
    await tellAhead(roleId, '2026-05-12');
    await worker.sweeper.sweep(noonOf('2026-04-25'));
    const [role] = await database.query<{ until_on: string | null }>(
      'select until_on from group_role where id = $1',
      [roleId],
    );
    expect(role?.until_on).toBeNull();
  });

  test('of somebody who stays after all closes, the role goes on, and a later goodbye opens it again', async () => {
    const { roleId } = await somebody('contact');
    await tellAhead(roleId, '2026-05-12');
    await database.query('update group_role set stepping_down_on = null where id = $1', [roleId]);
    const payload = { groupId: place.groupId, roleId, kind: 'contact' } as const;
    const about = { streamId: place.groupId, siteId: place.siteId, occurredAt: noonOf(TUESDAY), payload };
    await worker.append({ name: 'role.stays.v1', ...about });
    await worker.drain(noonOf(TUESDAY));
    const states = () => database.query('select state from handover where role_id = $1', [roleId]);
    expect(await states()).toEqual([{ state: 'closed' }]);
    await worker.sweeper.sweep(noonOf('2026-05-13'));
    expect(await names()).not.toContain('role.vacated.v1');
    await tellAhead(roleId, '2026-06-01');
    expect(await states()).toEqual([{ state: 'open' }]);
  });

  test('of a volunteer goes to the lead where no other is beside the group', async () => {
    await somebody('contact');
    const { roleId } = await somebody('ptv');
    await leave(roleId);
    expect(await ownersOf(roleId)).toEqual(['lead null']);
  });

  test('is ticked by the next yes, and comes to the group’s own new contact person', async () => {
    const { roleId } = await somebody('contact');
    await leave(roleId);
    expect(await ownersOf(roleId)).toEqual(['lead null']);
    await somebody('contact', '2026-04-16');
    expect(await ownersOf(roleId)).toEqual(['contact null']);
    const [ask] = await tasksOf(roleId);
    expect(ask).toMatchObject({ key: 'hand_on_ask', state: 'done' });
    expect(await names()).toContain('handover-task.assigned.v1');
  });

  test('closes by itself when nothing is left on it, and does not open again when the day comes', async () => {
    await somebody('contact');
    const { roleId } = await somebody('contact');
    await tellAhead(roleId, '2026-05-12');
    const done = await database.query<{ id: string; key: string; handover_id: string }>(
      `update handover_task t set state = 'done', done_at = now() from handover h where h.id = t.handover_id and h.role_id = $1
       returning t.id, t.key, t.handover_id`,
      [roleId],
    );
    for (const { id, key, handover_id } of done) {
      const payload = { handoverId: handover_id, taskId: id, key };
      const about = { streamId: place.groupId, streamKind: 'group', siteId: place.siteId } as const;
      await worker.append({ name: 'handover-task.done.v1', ...about, occurredAt: noonOf(TUESDAY), payload });
    }
    await worker.drain(noonOf(TUESDAY));
    expect((await names()).filter((name) => name === 'checklist.closed.v1')).toHaveLength(1);
    await leave(roleId, '2026-04-20');
    expect((await names()).filter((name) => name === 'checklist.opened.v1')).toHaveLength(1);
  });

  test('does not open in a group that has ended', async () => {
    const { roleId } = await somebody('host');
    await database.query(`update follow_on_group set state = 'closed-well' where id = $1`, [place.groupId]);
    await leave(roleId);
    expect(await tasksOf(roleId)).toEqual([]);
  });
});
