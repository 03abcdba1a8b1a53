import { afterAll, beforeAll, beforeEach, describe, expect, test } from '@jest/globals';
import type { Problem } from '@followon/shared/contract/problem';
import type { RunningListView, TemplateView } from '@followon/shared/contract/templates';
import type { Everyone } from '../support/a-group-and-everyone.js';
import { aGroupAndEveryone } from '../support/a-group-and-everyone.js';
import { aHandover } from '../support/a-handover.js';
import { aProgramme } from '../support/a-programme.js';
import type { TestWorker } from '../support/a-worker.js';
import { aWorker } from '../support/a-worker.js';
import type { TestApi } from '../support/api.js';
import { anApi } from '../support/api.js';
import type { TestDatabase } from '../support/database.js';
import { aDatabase } from '../support/database.js';
import { auditOf, eventsOf } from '../support/events.js';

let database: TestDatabase;
let api: TestApi;
let worker: TestWorker;
let site: Everyone;

beforeAll(async () => {
  database = await aDatabase();
  api = await anApi(database);
  worker = await aWorker(database);
}, 30_000);

beforeEach(async () => {
  site = await aGroupAndEveryone(database, api);
});

afterAll(async () => {
  await api?.close();
  await worker?.close();
  await database?.close();
});

const admin = () => site.clients['site-admin'];
const save = (changes: object, version = 0, route = 'new') =>
  admin().put<TemplateView & Problem>(`/handover-templates/${route}`, {
    siteId: site.siteId,
    changes,
    version,
  });
const tea = {
  ...{ key: 'site_tea', title: 'Bring tea', why: 'Tea helps.', doneWhen: 'There is tea.', after: [] },
  ...{ ownerRole: 'contact', anchor: 'last-session', dueOffsetDays: 0, blocking: false },
};

describe('a running list', () => {
  async function running() {
    const clinicianId = site.accounts.clinician.id;
    const programme = await aProgramme(database, {
      siteId: site.siteId,
      clinicianId,
      lastSessionOn: '2099-12-03',
    });
    const tasks = { intro_in_session: 'done' } as const;
    const { id } = await aHandover(database, programme, { tasks, openedOn: '2099-11-05' });
    const path = `/handovers/${id}/template`;
    const clinician = site.clients.clinician;
    const look = async () => (await clinician.get<RunningListView>(path)).body;
    const move = (siteVersion: number | null, expected: string) =>
      clinician.post<RunningListView & Problem>(path, { siteVersion, expected });
    const keys = async () =>
      (
        await database.query<{ key: string }>('select key from handover_task where handover_id = $1', [id])
      ).map(({ key }) => key);
    return { id, programmeId: programme.id, look, move, keys };
  }

  test('stays as it is when the site saves another, says what would change, and moves when somebody chooses', async () => {
    const list = await running();
    expect(await list.look()).toMatchObject({ isNewest: true, running: 'new/base-2/shipped' });
    await save({ drop: ['support_plan', 'intro_in_session'], add: [tea], shift: { review_90: 100 } });
    await worker.drain(new Date());
    const before = await list.look();
    expect(before).toMatchObject({
      ...{ isNewest: false, newest: 'new/base-2/1', newestSiteVersion: 1 },
      diff: {
        ...{ added: [{ key: 'site_tea' }], dropped: [{ key: 'support_plan' }], reworded: [], settled: 1 },
        moved: [{ key: 'review_90', daysBefore: 90, days: 100 }],
      },
    });
    expect(await list.keys()).toContain('support_plan');

    expect((await list.move(1, before.running)).body).toMatchObject({
      running: 'new/base-2/1',
      isNewest: true,
    });
    await worker.drain(new Date());
    const keys = await list.keys();
    expect([keys.includes('site_tea'), keys.includes('support_plan')]).toEqual([true, false]);
    expect(keys).toContain('intro_in_session');
    expect(await list.look()).toMatchObject({ isNewest: true, diff: { added: [], dropped: [], moved: [] } });
    expect(await eventsOf(database, list.programmeId)).toMatchObject([
      { name: 'handover.template-moved.v1', payload: { from: 'new/base-2/shipped', to: 'new/base-2/1' } },
    ]);
    expect(await auditOf(database, list.id)).toEqual(['handover.template-moved']);
  });

  test('does not move to a list that is not the newest, or from one that it does not have any more', async () => {
    const list = await running();
    expect((await list.move(null, 'new/base-2/shipped')).body.code).toBe('template.newest-already');
    await save({ drop: ['support_plan'] });
    await save({ drop: ['leaflets_given'] }, 1);
    expect((await list.move(1, 'new/base-2/shipped')).status).toBe(409);
    expect((await list.move(2, 'new/base-2/1')).body.code).toBe('template.overtaken');
    await database.query(`update handover set state = 'closed' where id = $1`, [list.id]);
    expect((await list.move(2, 'new/base-2/shipped')).body.code).toBe('handover.closed');
    expect(await eventsOf(database, list.programmeId)).toEqual([]);
  });
});
