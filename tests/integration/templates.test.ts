import { afterAll, beforeAll, beforeEach, describe, expect, test } from '@jest/globals';
import type { Problem } from '@followon/shared/contract/problem';
import type { TemplateList, TemplatePreview, TemplateView } from '@followon/shared/contract/templates';
import type { Everyone } from '../support/a-group-and-everyone.js';
import { aGroupAndEveryone } from '../support/a-group-and-everyone.js';
import type { TestApi } from '../support/api.js';
import { anApi } from '../support/api.js';
import type { TestDatabase } from '../support/database.js';
import { aDatabase } from '../support/database.js';
import { auditOf, eventsOf } from '../support/events.js';

let database: TestDatabase;
let api: TestApi;
let site: Everyone;

beforeAll(async () => {
  database = await aDatabase();
  api = await anApi(database);
}, 30_000);

beforeEach(async () => {
  site = await aGroupAndEveryone(database, api);
});

afterAll(async () => {
  await api?.close();
  await database?.close();
});

const admin = () => site.clients['site-admin'];
const read = async (route = 'new') =>
  (await admin().get<TemplateView>(`/handover-templates/${route}?site=${site.siteId}`)).body;
const save = (changes: object, version = 0, route = 'new') =>
  admin().put<TemplateView & Problem>(`/handover-templates/${route}`, {
    siteId: site.siteId,
    changes,
    version,
  });
const preview = async (changes: object, withoutPtv = false) =>
  (
    await admin().post<TemplatePreview>('/handover-templates/new/preview', {
      ...{ siteId: site.siteId, changes, lastSessionOn: '2026-12-03', withoutPtv },
    })
  ).body;
const rows = () => database.query('select version from handover_template where site_id = $1', [site.siteId]);

const tea = {
  ...{ key: 'site_tea', title: 'Bring tea', why: 'Tea helps.', doneWhen: 'There is tea.', after: [] },
  ...{ ownerRole: 'contact', anchor: 'last-session', dueOffsetDays: 0, blocking: false },
};

describe('the lists of a site', () => {
  test('are the shipped ones until it saves its own, and clinicians may read them', async () => {
    const { body } = await site.clients.clinician.get<TemplateList>(
      `/handover-templates?site=${site.siteId}`,
    );
    expect(body.items.map(({ route, version }) => [route, version])).toContainEqual(['merge', 0]);
    expect(body.items).toHaveLength(8);
    const list = await read();
    expect(list).toMatchObject({ version: 0, versions: [], mayChange: true, templateVersion: 'base-2' });
    expect(list.tasks).toHaveLength(20);
    expect(list.tasks.every(({ origin, dropped }) => origin === 'shipped' && !dropped)).toBe(true);
  });

  test('are saved as a version of their own, with the shipped words beside, an event and an entry', async () => {
    const { status, body } = await save({
      ...{ drop: ['support_plan'], add: [tea], shift: { ptv_visit: -10 } },
      reword: { ptv_visit: { title: 'Come and say hello' } },
    });
    expect([status, body.version]).toEqual([200, 1]);
    const taskOf = (key: string) => body.tasks.find((task) => task.key === key);
    expect(taskOf('support_plan')).toMatchObject({ dropped: true, mayDrop: true });
    expect(taskOf('needs_check')).toMatchObject({ blocking: true, mayDrop: false });
    expect(taskOf('site_tea')).toMatchObject({ origin: 'own', shipped: null });
    expect(taskOf('ptv_visit')).toMatchObject({
      ...{ title: 'Come and say hello', dueOffsetDays: -10, origin: 'changed' },
      shipped: { title: 'Visit a session and tell your story', dueOffsetDays: -7 },
    });
    expect(body.versions).toMatchObject([{ version: 1, savedBy: expect.any(String) }]);
    expect(await eventsOf(database, site.siteId)).toMatchObject([
      { name: 'template.saved.v1', payload: { siteId: site.siteId, route: 'new', version: 1 } },
    ]);
    expect(await auditOf(database, site.siteId)).toEqual(['template.saved:new']);
    expect(await read('online')).toMatchObject({ version: 0 });
  });

  test('are refused with what does not hold and where, and nothing is saved', async () => {
    const { status, body } = await save({
      drop: ['needs_check'],
      add: [{ ...tea, after: ['site_tea'] }],
      shift: { review_90: 400 },
    });
    expect([status, body.code]).toEqual([400, 'template.does-not-hold']);
    expect(body.errors?.map(({ path }) => path)).toEqual([
      ...['changes.drop.0', 'changes.shift.review_90', 'changes.add.0.after'],
    ]);
    expect(await rows()).toEqual([]);
  });

  test('are refused when they are no changes at all', async () => {
    expect((await save({ drop: 'all' })).status).toBe(400);
    expect((await save({ add: [{ ...tea, key: 'tea' }] })).status).toBe(400);
    expect((await save({}, 0, 'tea')).status).toBe(400);
  });

  test('of two people who save the same version one is told', async () => {
    const answers = await Promise.all([save({ drop: ['support_plan'] }), save({ drop: ['leaflets_given'] })]);
    expect(answers.map(({ status }) => status).sort()).toEqual([200, 412]);
    expect((await save({}, 0)).status).toBe(412);
    expect(await rows()).toEqual([{ version: 1 }]);
  });

  test('of another site look like lists that are not there', async () => {
    const other = await aGroupAndEveryone(database, api);
    const path = `/handover-templates/new?site=${site.siteId}`;
    expect((await other.clients['site-admin'].get(path)).status).toBe(404);
    expect((await site.clients.volunteer.get(path)).status).toBe(404);
  });
});

test('a preview is the list on a real date with what does not hold, and writes nothing', async () => {
  const good = await preview({ add: [tea], shift: { ptv_visit: -40 }, drop: ['support_plan'] });
  expect(good).toMatchObject({ opensOn: '2026-11-05', lastSessionOn: '2026-12-03' });
  expect(good.tasks.find(({ key }) => key === 'site_tea')).toMatchObject({
    dueOn: '2026-12-03',
    doNow: false,
  });
  expect(good.tasks.find(({ key }) => key === 'ptv_visit')).toMatchObject({
    dueOn: '2026-11-06',
    doNow: true,
  });
  expect(good.tasks).toHaveLength(20);
  expect(good.leftOut).toMatchObject([{ key: 'support_plan', dropped: true }]);
  expect(good.findings).toMatchObject([{ code: 'before-its-turn', path: 'changes.shift.ptv_visit' }]);
  expect([await rows(), await eventsOf(database, site.siteId)]).toEqual([[], []]);
});

test('a list for want of a volunteer has the words and days of the site, also for what comes in then', async () => {
  const changes = {
    ...{ drop: ['support_plan'], add: [{ ...tea, ownerRole: 'volunteer' }], shift: { recorded_story: -9 } },
    reword: { recorded_story: { title: 'Show the film' }, ptv_call_1: { title: 'Ring the group' } },
  };
  const shown = await preview(changes, true);
  const taskOf = (key: string) => shown.tasks.find((task) => task.key === key);
  expect(shown.findings).toEqual([]);
  expect(taskOf('recorded_story')).toMatchObject({
    ...{ title: 'Show the film', origin: 'changed', dueOffsetDays: -9, mayDrop: true },
    shipped: { title: 'Play the recorded story of a volunteer' },
  });
  expect(taskOf('ptv_call_1')).toMatchObject({ title: 'Ring the group', ownerRole: 'lead' });
  expect([taskOf('ptv_visit'), taskOf('site_tea')?.ownerRole]).toEqual([undefined, 'lead']);
  expect(shown.leftOut.map(({ key }) => key)).toEqual(['support_plan']);
  expect((await preview({ drop: ['recorded_story'] }, true)).leftOut).toMatchObject([
    { key: 'recorded_story' },
  ]);
  expect((await preview(changes)).tasks.some(({ key }) => key === 'recorded_story')).toBe(false);
  expect((await save(changes)).status).toBe(200);
});
