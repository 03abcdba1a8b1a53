import { afterAll, beforeAll, beforeEach, describe, expect, test } from '@jest/globals';
import type { MemberView } from '@followon/shared/contract/groups';
import type { HandoverSummary, HandoverTaskView, HandoverView } from '@followon/shared/contract/handovers';
import type { Page } from '@followon/shared/contract/page';
import type { Problem } from '@followon/shared/contract/problem';
import type { HandoverRow } from '../support/a-handover.js';
import { aHandover, taskOf } from '../support/a-handover.js';
import type { ProgrammeRow } from '../support/a-programme.js';
import { aGroup } from '../support/a-group.js';
import { aProgramme } from '../support/a-programme.js';
import { aSite } from '../support/a-site.js';
import type { AccountRow } from '../support/an-account.js';
import { anAccount } from '../support/an-account.js';
import type { Client, TestApi } from '../support/api.js';
import { anApi } from '../support/api.js';
import type { TestDatabase } from '../support/database.js';
import { aDatabase } from '../support/database.js';
import { auditOf, eventsOf } from '../support/events.js';

type Role = 'clinician' | 'volunteer' | 'contact' | 'lead' | 'site-admin';

const blockingKeys = [
  'assign_ptv',
  'needs_check',
  'interest_poll',
  'choose_route',
  'consent_contacts',
  'roles_agreed',
  'first_date_fixed',
  'safety_card',
];
const allButOne = (key: string) =>
  Object.fromEntries(
    blockingKeys.filter((blocking) => blocking !== key).map((done) => [done, 'done'] as const),
  );

let database: TestDatabase;
let api: TestApi;
let site: string;
const people = {} as Record<Role | 'other-clinician', AccountRow>;
const at = {} as Record<Role | 'other-clinician' | 'stranger', Client>;
let programme: ProgrammeRow;
let groupId: string;

beforeAll(async () => {
  database = await aDatabase();
  api = await anApi(database);
  site = (await aSite(database)).id;
  for (const role of ['clinician', 'volunteer', 'contact', 'lead', 'site-admin'] as const) {
    people[role] = await anAccount(database, { displayName: `A ${role}`, roles: [{ role, siteId: site }] });
    at[role] = await api.signedInAs(people[role]);
  }
  people['other-clinician'] = await anAccount(database, { roles: [{ role: 'clinician', siteId: site }] });
  at['other-clinician'] = await api.signedInAs(people['other-clinician']);
  const elsewhere = (await aSite(database)).id;
  const stranger = await anAccount(database, { roles: [{ role: 'site-admin', siteId: elsewhere }] });
  at.stranger = await api.signedInAs(stranger);
}, 30_000);

beforeEach(async () => {
  const clinicianId = people.clinician.id;
  programme = await aProgramme(database, { siteId: site, clinicianId, ptvId: people.volunteer.id });
  groupId = (await aGroup(database, { siteId: site, programmeId: programme.id })).id;
  const holder = { site_id: site, group_id: groupId, kind: 'contact', account_id: people.contact.id };
  await database.insert('group_role', { ...holder, from_on: '2026-03-01' });
});

afterAll(async () => {
  await api?.close();
  await database?.close();
});

const opened = (tasks: Parameters<typeof aHandover>[2] = {}): Promise<HandoverRow> =>
  aHandover(database, programme, { groupId, volunteerId: people.volunteer.id, ...tasks });

const change = async (who: Client, task: { id: string; version: number }, patch: object) =>
  who.patch<HandoverTaskView & Problem>(`/handover-tasks/${task.id}`, patch, {
    'If-Match': `"${task.version}"`,
  });

describe('a task', () => {
  test('is ticked by the one who owns it, announced and noted down', async () => {
    const handover = await opened();
    const task = await taskOf(database, handover.id, 'ptv_visit');
    const evidence = { on: '2026-04-14', choice: 'visited' };
    const { status, body, headers } = await change(at.volunteer, task, { state: 'done', evidence });
    expect([status, body.state, headers.get('etag')]).toEqual([200, 'done', '"2"']);
    expect(await taskOf(database, handover.id, 'ptv_visit')).toMatchObject({
      state: 'done',
      done_by: people.volunteer.id,
      evidence,
    });
    expect(await eventsOf(database, programme.id)).toMatchObject([
      {
        name: 'handover-task.done.v1',
        payload: { handoverId: handover.id, taskId: task.id, key: 'ptv_visit' },
      },
    ]);
    expect(await auditOf(database, task.id)).toEqual(['handover-task.done']);
  });

  test('keeps two people apart by its version', async () => {
    const task = await taskOf(database, (await opened()).id, 'ptv_visit');
    expect((await at.volunteer.patch(`/handover-tasks/${task.id}`, { state: 'done' })).status).toBe(428);
    expect((await change(at.volunteer, task, { state: 'done' })).status).toBe(200);
    expect(
      (await change(at.clinician, task, { state: 'not-applicable', reason: 'not-needed-here' })).status,
    ).toBe(412);
  });

  test('of somebody else looks like none to a volunteer and to another site', async () => {
    const task = await taskOf(database, (await opened()).id, 'safety_card');
    const nothing = await change(at.volunteer, { id: programme.id, version: 1 }, { state: 'done' });
    for (const who of [at.volunteer, at.contact, at.stranger]) {
      const { status, text } = await change(who, task, { state: 'done' });
      expect([status, text]).toEqual([404, nothing.text]);
    }
  });

  test('is set aside with a reason that belongs to it', async () => {
    const handover = await opened();
    const task = await taskOf(database, handover.id, 'support_plan');
    expect((await change(at.contact, task, { state: 'cannot' })).status).toBe(400);
    expect((await change(at.contact, task, { state: 'cannot', reason: 'group-said-no' })).status).toBe(400);
    expect((await change(at.contact, task, { state: 'passed-on', reason: 'no-time' })).status).toBe(200);
    expect(await eventsOf(database, programme.id)).toMatchObject([
      { name: 'handover-task.set-aside.v1', payload: { state: 'passed-on', reason: 'no-time' } },
    ]);
  });

  test('is undone by whoever ticked it within ten minutes, later only by staff', async () => {
    const handover = await opened();
    const task = await taskOf(database, handover.id, 'ptv_visit');
    await change(at.volunteer, task, { state: 'done' });
    expect((await change(at.volunteer, { ...task, version: 2 }, { state: 'open' })).status).toBe(200);
    await change(at.volunteer, { ...task, version: 3 }, { state: 'done' });
    await database.query(`update handover_task set done_at = done_at - interval '11 minutes' where id = $1`, [
      task.id,
    ]);
    const late = await change(at.volunteer, { ...task, version: 4 }, { state: 'open' });
    expect([late.status, late.body.code]).toEqual([409, 'task.undo-too-late']);
    expect((await change(at.lead, { ...task, version: 4 }, { state: 'open' })).status).toBe(200);
    expect((await eventsOf(database, programme.id)).map(({ name }) => name)).toEqual([
      'handover-task.done.v1',
      'handover-task.reopened.v1',
      'handover-task.done.v1',
      'handover-task.reopened.v1',
    ]);
  });

  test('that is undone after its day is late again at once, and lateness cannot be wished away', async () => {
    const handover = await opened({ tasks: { ptv_visit: 'overdue' } });
    const task = await taskOf(database, handover.id, 'ptv_visit');
    const wished = await change(at.volunteer, task, { state: 'open' });
    expect([wished.status, wished.body.code]).toEqual([409, 'task.no-such-move']);
    await change(at.volunteer, task, { state: 'done' });
    expect((await change(at.volunteer, { ...task, version: 2 }, { state: 'open' })).body.state).toBe(
      'overdue',
    );
  });
});

describe('signing off', () => {
  const signOff = (who: Client, id: string) =>
    who.post<HandoverView & Problem>(`/handovers/${id}/sign-off`, {});

  test('is blocked by what is still open, in the order of the list', async () => {
    const handover = await opened({ tasks: { needs_check: 'done', choose_route: 'not-applicable' } });
    const { status, body } = await signOff(at.clinician, handover.id);
    expect([status, body.code]).toEqual([409, 'handover.blocked']);
    expect(body.blocking).toEqual(
      blockingKeys.filter((key) => !['needs_check', 'choose_route'].includes(key)),
    );
    expect(await eventsOf(database, programme.id)).toEqual([]);
  });

  test('ticks its own task, happens once and is followed by the volunteer’s yes', async () => {
    const { id } = await opened({ tasks: allButOne('') });
    const accept = (who: Client) => who.post<HandoverView & Problem>(`/handovers/${id}/accept`, {});
    expect((await accept(at.volunteer)).body.code).toBe('handover.not-signed-off');
    const signedOff = await signOff(at.clinician, id);
    expect([signedOff.status, signedOff.body.state]).toEqual([200, 'signed-off']);
    expect((await taskOf(database, id, 'handover_done')).state).toBe('done');
    expect((await signOff(at.clinician, id)).body.code).toBe('handover.already-signed-off');
    expect((await accept(at.volunteer)).body.state).toBe('accepted');
    expect((await accept(at.volunteer)).body.code).toBe('handover.already-accepted');
    expect((await eventsOf(database, programme.id)).map(({ name }) => name)).toEqual([
      'handover-task.done.v1',
      'handover.signed-off.v1',
      'handover.accepted.v1',
    ]);
    expect(await auditOf(database, id)).toEqual([
      ...['handover.signed-off', 'handover.signed-off.unproven', 'handover.accepted'],
    ]);
  });

  test('belongs to the programme’s own clinician, accepting to its own people', async () => {
    const { id } = await opened({ tasks: allButOne('') });
    for (const who of [at['other-clinician'], at.lead, at['site-admin'], at.volunteer, at.stranger])
      expect((await signOff(who, id)).status).toBe(404);
    await signOff(at.clinician, id);
    for (const who of [at.clinician, at.lead, at['site-admin'], at.stranger])
      expect((await who.post(`/handovers/${id}/accept`, {})).status).toBe(404);
  });

  test('cannot be had by ticking its task', async () => {
    const task = await taskOf(database, (await opened()).id, 'handover_done');
    const { status, body } = await change(at.clinician, task, { state: 'done' });
    expect([status, body.code]).toEqual([409, 'task.closed-by-sign-off']);
  });

  test('by twenty at once happens once', async () => {
    const { id } = await opened({ tasks: allButOne('') });
    const answers = await Promise.all(Array.from({ length: 20 }, () => signOff(at.clinician, id)));
    expect(answers.filter(({ status }) => status === 200)).toHaveLength(1);
    expect(answers.filter(({ status }) => status === 409)).toHaveLength(19);
  });
});

describe('the people of a programme', () => {
  const people = (who: Client) => who.get<Page<MemberView>>(`/programmes/${programme.id}/participants`);

  test('are its own clinician’s to see until the sign-off, and every look is noted down', async () => {
    await database.insert('member', { site_id: site, group_id: groupId, display_name: 'Robin' });
    const { id } = await opened({ tasks: allButOne('') });
    expect((await people(at.clinician)).body.items.map(({ displayName }) => displayName)).toEqual(['Robin']);
    expect(await auditOf(database, programme.id)).toEqual(['participants.read']);
    for (const who of [
      at['other-clinician'],
      at.lead,
      at['site-admin'],
      at.volunteer,
      at.contact,
      at.stranger,
    ])
      expect((await people(who)).status).toBe(404);
    await at.clinician.post(`/handovers/${id}/sign-off`, {});
    const after = await people(at.clinician);
    const nothing = await at.clinician.get(`/programmes/${groupId}/participants`);
    expect([after.status, after.text]).toEqual([404, nothing.text]);
    expect(await auditOf(database, programme.id)).toEqual(['participants.read']);
  });
});

describe('what each reader sees of a handover', () => {
  test('a contact person sees the group’s own part, staff the whole list', async () => {
    const { id } = await opened();
    const owners = async (who: Client) =>
      new Set((await who.get<HandoverView>(`/handovers/${id}`)).body.tasks.map((task) => task.ownerRole));
    expect(await owners(at.contact)).toEqual(new Set(['contact']));
    expect(await owners(at.lead)).toEqual(new Set(['lead', 'clinician', 'volunteer', 'contact', 'system']));
    expect((await at.stranger.get(`/handovers/${id}`)).status).toBe(404);
  });

  test('only the programme’s own clinician is offered the sign-off', async () => {
    const { id } = await opened();
    const may = async (who: Client) => (await who.get<HandoverView>(`/handovers/${id}`)).body.maySignOff;
    expect(await may(at.clinician)).toBe(true);
    expect(await may(at['other-clinician'])).toBe(false);
  });

  test('the list counts, names what comes next, and can be one’s own', async () => {
    const { id } = await opened({ tasks: { assign_ptv: 'done', intro_in_session: 'overdue' } });
    const list = (who: Client, query: string) =>
      who.get<Page<HandoverSummary>>(`/handovers?limit=200${query}`);
    const all = (await list(at['other-clinician'], '')).body.items;
    const summary = all.find((item) => item.id === id);
    expect(summary).toMatchObject({ done: 1, late: 1, total: 20, nextTask: { key: 'intro_in_session' } });
    expect((await list(at['other-clinician'], '&mine=true')).body.items).toEqual([]);
    expect((await list(at.clinician, '&mine=true')).body.items.map((item) => item.id)).toContain(id);
    const part = (await list(at.contact, '')).body.items.find((item) => item.id === id);
    expect(part?.nextTask?.ownerRole).toBe('contact');
    expect((await list(at.stranger, `&site=${site}`)).body.items).toEqual([]);
  });
});

describe('my tasks', () => {
  const mine = async (who: Client, handoverId: string) => {
    const { body } = await who.get<Page<HandoverTaskView>>(
      `/handover-tasks?mine=true&handover=${handoverId}&limit=200`,
    );
    return body.items;
  };

  test('are those of one’s role at one’s own programmes, due first, lately done last', async () => {
    const { id } = await opened({ tasks: { choose_route: 'done', venue_option: 'done' } });
    await database.query(
      `update handover_task set done_at = now() - case key when 'venue_option' then interval '8 days' else '1 hour' end
       where handover_id = $1 and state = 'done'`,
      [id],
    );
    const tasks = await mine(at.volunteer, id);
    expect(tasks.map(({ key }) => key)).toEqual([
      'ptv_visit',
      'roles_agreed',
      'ptv_call_1',
      'review_90',
      'choose_route',
    ]);
    expect(tasks.every((task) => task.mine && task.mayChange)).toBe(true);
    const owners = async (who: Client) => new Set((await mine(who, id)).map(({ ownerRole }) => ownerRole));
    expect(await owners(at.clinician)).toEqual(new Set(['clinician']));
    expect(await owners(at.contact)).toEqual(new Set(['contact']));
    expect(await owners(at.lead)).toEqual(new Set(['lead']));
    expect(await mine(at['other-clinician'], id)).toEqual([]);
    expect(await mine(at.stranger, id)).toEqual([]);
  });

  test('come to the lead when they were passed on', async () => {
    const { id } = await opened({ tasks: { ptv_visit: 'passed-on' } });
    expect((await mine(at.lead, id)).map(({ key }) => key)).toEqual(['assign_ptv', 'ptv_visit']);
  });

  test('come in pages without a gap', async () => {
    const { id } = await opened();
    const whole = (await mine(at.clinician, id)).map((task) => task.id);
    const paged: string[] = [];
    let cursor = '';
    do {
      const { body } = await at.clinician.get<Page<HandoverTaskView>>(
        `/handover-tasks?mine=true&handover=${id}&limit=2${cursor}`,
      );
      paged.push(...body.items.map((task) => task.id));
      cursor = body.nextCursor === null ? '' : `&cursor=${body.nextCursor}`;
    } while (cursor);
    expect(paged).toEqual(whole);
    expect(whole).toHaveLength(7);
  });
});

describe('a volunteer who has been replaced', () => {
  const replaced = async () => {
    const handover = await opened({ tasks: { ptv_visit: 'done' } });
    await database.query("update handover set state = 'signed-off' where id = $1", [handover.id]);
    const successor = await anAccount(database, { roles: [{ role: 'volunteer', siteId: site }] });
    const { body } = await at.lead.get(`/programmes/${programme.id}`);
    const named = { ptvAccountId: successor.id };
    const version = { 'If-Match': `"${String(body['version'])}"` };
    expect((await at.lead.patch(`/programmes/${programme.id}`, named, version)).status).toBe(200);
    const client = await api.signedInAs(successor);
    const { body: asked } = await client.get<Page<{ id: string }>>('/volunteer-requests?mine=true');
    await client.post(`/volunteer-requests/${asked.items[0]?.id ?? ''}/answer`, { answer: 'accept' });
    return { handover, successor: client };
  };

  test('sees and does nothing more, although tasks they did stay theirs in the record', async () => {
    const { handover } = await replaced();
    const task = await taskOf(database, handover.id, 'ptv_visit');
    expect(task.assignee_id).toBe(people.volunteer.id);
    const answers = [
      await at.volunteer.get(`/programmes/${programme.id}`),
      await at.volunteer.get(`/handovers/${handover.id}`),
      await at.volunteer.post(`/handovers/${handover.id}/accept`, {}),
      await change(at.volunteer, task, { state: 'open' }),
    ];
    expect(answers.map(({ status }) => status)).toEqual([404, 404, 404, 404]);
    for (const list of [
      'programmes',
      'handovers',
      `handover-tasks?handover=${handover.id}`,
      'handover-tasks?mine=true',
    ])
      expect((await at.volunteer.get(`/${list}`)).text).not.toContain(programme.id);
  });

  test('leaves the handover to the successor to accept', async () => {
    const { handover, successor } = await replaced();
    expect((await successor.post(`/handovers/${handover.id}/accept`, {})).status).toBe(200);
  });
});

test('a helper with one task of a handover does not take it on', async () => {
  const helper = await anAccount(database, { roles: [{ role: 'volunteer', siteId: site }] });
  const handover = await opened({ volunteerId: helper.id });
  await database.query("update handover set state = 'signed-off' where id = $1", [handover.id]);
  const client = await api.signedInAs(helper);
  expect((await client.get<HandoverView>(`/handovers/${handover.id}`)).body.mayAccept).toBe(false);
  expect((await client.post(`/handovers/${handover.id}/accept`, {})).status).toBe(404);
});
