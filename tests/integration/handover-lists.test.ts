import { randomUUID } from 'node:crypto';
import { afterAll, beforeAll, beforeEach, describe, expect, test } from '@jest/globals';
import type { EventName, Payload } from '@followon/shared/events/catalogue';
import type { Route } from '@followon/shared/rules/handover/routes';
import { noChanges } from '@followon/shared/rules/handover/site-changes';
import type { SiteChanges } from '@followon/shared/rules/handover/site-changes-schema';
import type { ProgrammeRow } from '../support/a-programme.js';
import { aProgramme } from '../support/a-programme.js';
import { aSite } from '../support/a-site.js';
import type { TestWorker } from '../support/a-worker.js';
import { aWorker } from '../support/a-worker.js';
import { anAccount } from '../support/an-account.js';
import type { TestDatabase } from '../support/database.js';
import { aDatabase } from '../support/database.js';

const lastSessionOn = '2026-12-03'; // a Thursday
const noonOf = (day: string) => new Date(`${day}T12:00:00Z`);
let database: TestDatabase;
let worker: TestWorker;
let siteId: string;
let clinicianId: string;
let volunteerId: string;

beforeAll(async () => {
  database = await aDatabase();
  worker = await aWorker(database);
});

beforeEach(async () => {
  siteId = (await aSite(database)).id;
  clinicianId = (await anAccount(database, { roles: [{ role: 'clinician', siteId }] })).id;
  volunteerId = (await anAccount(database, { roles: [{ role: 'volunteer', siteId }] })).id;
});

afterAll(async () => {
  await worker?.close();
  await database?.close();
});

interface Task extends Record<string, unknown> {
  readonly id: string;
  readonly key: string;
  readonly title: string | null;
  readonly state: string;
  readonly due_on: string;
  readonly owner_role: string;
  readonly assignee_id: string | null;
  readonly closed_by: string;
}
interface Opened {
  readonly programme: ProgrammeRow;
  readonly handoverId: string;
}

async function say<N extends EventName>(
  { id }: ProgrammeRow,
  fact: { name: N; on: string; payload: Payload<N> },
): Promise<void> {
  const about = { streamId: id, streamKind: 'programme', siteId } as const;
  const { name, payload } = fact;
  await worker.append({ name, ...about, occurredAt: noonOf(fact.on), payload });
  await worker.drain(noonOf(fact.on));
}

const save = (route: Route, version: number, over: Partial<SiteChanges>, on = '2026-10-01') =>
  database.insert('handover_template', {
    ...{ site_id: siteId, route, version, saved_at: noonOf(on) },
    changes: JSON.stringify({ ...noChanges, ...over }),
  });

async function open(
  over: Partial<Parameters<typeof aProgramme>[1]> = {},
  on = '2026-11-05',
): Promise<Opened> {
  const programme = await aProgramme(database, {
    ...{ siteId, lastSessionOn, clinicianId, ptvId: volunteerId, firstSessionOn: null },
    ...over,
  });
  await say(programme, {
    ...{ name: 'programme.finishing.v1', on },
    payload: { programmeId: programme.id, lastSessionOn },
  });
  const [handover] = await database.query<{ id: string }>('select id from handover where programme_id = $1', [
    programme.id,
  ]);
  return { programme, handoverId: handover?.id ?? '' };
}

const listOf = async ({ handoverId }: Opened) =>
  (
    await database.query('select route, site_version, template_version, state from handover where id = $1', [
      handoverId,
    ])
  )[0];
const tasksOf = async ({ handoverId }: Opened): Promise<Task[]> =>
  database.query<Task>(
    `select id, key, title, state, due_on::text, owner_role, assignee_id, closed_by from handover_task
     where handover_id = $1 order by position`,
    [handoverId],
  );
const keysOf = async (opened: Opened) => (await tasksOf(opened)).map(({ key }) => key);
const taskOf = async (opened: Opened, key: string) =>
  (await tasksOf(opened)).find((task) => task.key === key);
const tick = ({ handoverId }: Opened, ...keys: string[]) =>
  database.query(`update handover_task set state = 'done' where handover_id = $1 and key = any($2)`, [
    handoverId,
    keys,
  ]);

async function choose(opened: Opened, route: Route, on: string): Promise<void> {
  const [was] = await database.query<{ route: string }>('select route from handover where id = $1', [
    opened.handoverId,
  ]);
  await database.query('update handover set route = $2 where id = $1', [opened.handoverId, route]);
  await chosen(opened, { from: was?.route ?? '', route, on });
}
const chosen = (
  { programme, handoverId }: Opened,
  { on, ...ways }: { from: string; route: string; on: string },
) =>
  say(programme, {
    ...{ name: 'handover.route-chosen.v1', on },
    payload: { programmeId: programme.id, handoverId, ...ways },
  });

describe('a checklist opens', () => {
  test('with the list that its site has now, and stays with it when the site saves another', async () => {
    await save('new', 1, { drop: ['support_plan'], shift: { ptv_visit: -10 } });
    const opened = await open();
    await save('new', 2, { drop: ['leaflets_given'] }, '2026-11-06');
    expect(await listOf(opened)).toMatchObject({ route: 'new', site_version: 1, template_version: 'base-2' });
    const keys = await keysOf(opened);
    expect([keys.includes('support_plan'), keys.includes('leaflets_given')]).toEqual([false, true]);
    expect(await taskOf(opened, 'ptv_visit')).toMatchObject({ due_on: '2026-11-23', title: null });
  });

  test('with the words and the tasks of its own that the site gave it', async () => {
    const tea = {
      ...{ key: 'site_tea', title: 'Bring tea', why: 'Tea helps.', doneWhen: 'There is tea.', after: [] },
      ...({ ownerRole: 'volunteer', anchor: 'last-session', dueOffsetDays: -1, blocking: false } as const),
    };
    await save('new', 1, { reword: { ptv_visit: { title: 'Come and say hello' } }, add: [tea] });
    const opened = await open();
    expect(await taskOf(opened, 'ptv_visit')).toMatchObject({ title: 'Come and say hello' });
    expect(await taskOf(opened, 'site_tea')).toMatchObject({
      ...{ title: 'Bring tea', due_on: '2026-12-02', assignee_id: volunteerId },
    });
  });

  test('as its programme met, and with the shipped list where the site saved none', async () => {
    const online = await open({ mode: 'online' });
    expect(await listOf(online)).toMatchObject({ route: 'online', site_version: null });
    expect(await keysOf(online)).toContain('tech_rehearsal');
    expect(await listOf(await open({ mode: 'hybrid' }))).toMatchObject({ route: 'hybrid' });
  });
});

describe('when the group chooses another way', () => {
  test('what is done stays, what does not belong goes, what is new comes with its day and its owner', async () => {
    const opened = await open();
    await tick(opened, 'interest_poll', 'venue_option');
    await choose(opened, 'buddy', '2026-11-20');
    expect(await keysOf(opened)).toEqual([
      ...['assign_ptv', 'interest_poll', 'venue_option'],
      ...['consent_contacts', 'safety_card', 'handover_done', 'ask_with_next'],
    ]);
    expect(await taskOf(opened, 'ask_with_next')).toMatchObject({ state: 'open', due_on: '2027-02-25' });
  });

  test('the site’s list of that way is taken, and said twice nothing more happens', async () => {
    await save('join', 3, { reword: { host_agrees: { title: 'Ring the other group' } } });
    const opened = await open();
    await choose(opened, 'join', '2026-11-06');
    const once = await tasksOf(opened);
    expect(await listOf(opened)).toMatchObject({ route: 'join', site_version: 3 });
    expect(once.find(({ key }) => key === 'host_agrees')).toMatchObject({ title: 'Ring the other group' });
    expect(once.find(({ key }) => key === 'first_date_fixed')).toMatchObject({
      ...{ owner_role: 'volunteer', assignee_id: volunteerId, closed_by: 'person' },
    });
    await chosen(opened, { from: 'new', route: 'join', on: '2026-11-06' });
    expect(await tasksOf(opened)).toEqual(once);
  });

  test('and back again, the list is as it was at first', async () => {
    const opened = await open();
    const shape = async () => (await tasksOf(opened)).map(({ id: _, ...task }) => task);
    const before = await shape();
    await choose(opened, 'none', '2026-11-05');
    expect(await keysOf(opened)).toEqual(['assign_ptv', 'ask_once_more']);
    await choose(opened, 'new', '2026-11-05');
    expect(await shape()).toEqual(before);
  });

  test('a choice that was overtaken by another does nothing', async () => {
    const opened = await open();
    await choose(opened, 'online', '2026-11-06');
    const then = await tasksOf(opened);
    await chosen(opened, { from: 'new', route: 'merge', on: '2026-11-06' });
    expect(await tasksOf(opened)).toEqual(then);
  });
});

test('without a volunteer their tasks go to others and a story is played, until one comes after all', async () => {
  const opened = await open({ ptvId: null });
  await database.query('update handover set without_ptv = true where id = $1', [opened.handoverId]);
  await say(opened.programme, {
    ...{ name: 'handover.without-ptv.v1', on: '2026-11-19' },
    payload: { programmeId: opened.programme.id, handoverId: opened.handoverId },
  });
  const tasks = await tasksOf(opened);
  expect(tasks.filter(({ owner_role }) => owner_role === 'volunteer')).toEqual([]);
  expect(tasks.find(({ key }) => key === 'recorded_story')).toMatchObject({ assignee_id: clinicianId });
  expect(tasks.find(({ key }) => key === 'choose_route')).toMatchObject({ assignee_id: clinicianId });

  await database.query('update programme set ptv_id = $2 where id = $1', [opened.programme.id, volunteerId]);
  const request = { programmeId: opened.programme.id, requestId: randomUUID(), part: 'ptv' } as const;
  await say(opened.programme, {
    ...{ name: 'programme.volunteer-accepted.v1', on: '2026-11-20' },
    payload: request,
  });
  expect(await taskOf(opened, 'assign_ptv')).toMatchObject({ state: 'done' });
  expect(await taskOf(opened, 'choose_route')).toMatchObject({ assignee_id: volunteerId });
  expect(await keysOf(opened)).not.toContain('recorded_story');
});
