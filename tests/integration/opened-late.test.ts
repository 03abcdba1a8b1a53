import { afterAll, beforeAll, describe, expect, test } from '@jest/globals';
import { aGroup } from '../support/a-group.js';
import { giveRole } from '../support/a-group-and-everyone.js';
import { aHandoverInTime } from '../support/a-handover-in-time.js';
import type { TestWorker } from '../support/a-worker.js';
import { aWorker } from '../support/a-worker.js';
import { anAccount } from '../support/an-account.js';
import type { TestDatabase } from '../support/database.js';
import { aDatabase } from '../support/database.js';

const lastSessionOn = '2026-12-03';
let database: TestDatabase;
let worker: TestWorker;

beforeAll(async () => {
  database = await aDatabase();
  worker = await aWorker(database);
});

afterAll(async () => {
  await worker?.close();
  await database?.close();
});

const tasksOf = (programmeId: string, where: string) =>
  database.query<{ state: string; assignee_id: string | null }>(
    `select t.state, t.assignee_id from handover_task t join handover h on h.id = t.handover_id where h.programme_id = $1 and ${where}`,
    [programmeId],
  );

describe('a list that opens when the group is there already', () => {
  test('gives the group’s own tasks to its contact person and ticks the date that is in the diary', async () => {
    const { siteId, programme, open } = await aHandoverInTime({ database, worker }, { lastSessionOn });
    const contact = await anAccount(database, { roles: [{ role: 'contact', siteId }] });
    const group = await aGroup(database, {
      siteId,
      programmeId: programme.id,
      state: 'forming',
      formedOn: null,
    });
    await giveRole(database, { siteId, groupId: group.id, kind: 'contact', accountId: contact.id });
    await database.insert('meeting', {
      ...{ site_id: siteId, group_id: group.id, held_on: '2026-12-10', outcome: 'planned' },
    });
    await open('2026-11-20');

    const own = await tasksOf(programme.id, `t.owner_role = 'contact'`);
    expect(own.length).toBeGreaterThan(0);
    expect(own.map(({ assignee_id }) => assignee_id)).toEqual(own.map(() => contact.id));
    expect(await tasksOf(programme.id, `t.key = 'first_date_fixed'`)).toMatchObject([{ state: 'done' }]);
  });
});
