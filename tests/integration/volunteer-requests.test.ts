import { afterAll, beforeAll, beforeEach, describe, expect, test } from '@jest/globals';
import type { Page } from '@followon/shared/contract/page';
import type { Problem } from '@followon/shared/contract/problem';
import type { ProgrammeView } from '@followon/shared/contract/programmes';
import type { VolunteerRequestView, VolunteerView } from '@followon/shared/contract/volunteers';
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
let stranger: Client;
let sam: AccountRow;
let atSam: Client;
let programme: ProgrammeRow;

const aVolunteer = (displayName: string) =>
  anAccount(database, { displayName, roles: [{ role: 'volunteer', siteId: site }] });

beforeAll(async () => {
  database = await aDatabase();
  api = await anApi(database);
  site = (await aSite(database)).id;
  const elsewhere = (await aSite(database)).id;
  lead = await api.signedInAs(await anAccount(database, { roles: [{ role: 'lead', siteId: site }] }));
  stranger = await api.signedInAs(
    await anAccount(database, { roles: [{ role: 'lead', siteId: elsewhere }] }),
  );
}, 30_000);

beforeEach(async () => {
  sam = await aVolunteer('Sam');
  atSam = await api.signedInAs(sam);
  programme = await aProgramme(database, { siteId: site });
});

afterAll(async () => {
  await api?.close();
  await database?.close();
});
type Answer = VolunteerRequestView & Problem;
const ask = (accountId: string, over: object = {}, who = lead) =>
  who.post<Answer>(`/programmes/${programme.id}/volunteers`, { accountId, part: 'ptv', ...over });
const answer = (who: Client, id: string, body: object) =>
  who.post<Answer>(`/volunteer-requests/${id}/answer`, body);
const shown = async () => (await lead.get<ProgrammeView>(`/programmes/${programme.id}`)).body;
const names = async () => (await eventsOf(database, programme.id)).map(({ name }) => name);
const write = (fields: object) =>
  lead.patch<VolunteerView>(`/volunteers/${sam.id}`, { siteId: site, ...fields });

describe('asking a volunteer', () => {
  test('names nobody until there is a yes, which gives them the tasks and ticks the search', async () => {
    const handover = await aHandover(database, programme, { tasks: { choose_route: 'done' } });
    const asked = await ask(sam.id);
    expect([asked.status, asked.body.state, (await shown()).ptv]).toEqual([201, 'asked', null]);
    const yes = await answer(atSam, asked.body.id, { answer: 'accept' });
    expect([yes.status, yes.body.state, (await shown()).ptv?.accountId]).toEqual([200, 'accepted', sam.id]);
    expect((await taskOf(database, handover.id, 'ptv_visit')).assignee_id).toBe(sam.id);
    expect((await taskOf(database, handover.id, 'choose_route')).assignee_id).toBeNull();
    expect(await taskOf(database, handover.id, 'assign_ptv')).toMatchObject({
      state: 'done',
      done_by: sam.id,
    });
    expect(await names()).toEqual([
      'programme.volunteer-asked.v1',
      'handover-task.done.v1',
      'programme.volunteer-accepted.v1',
    ]);
    expect(await auditOf(database, asked.body.id)).toEqual([
      'programme.volunteer-asked',
      'programme.volunteer-accepted',
    ]);
  });

  test.each([
    [
      { trainingUntil: null },
      'volunteer.training-not-written-down',
      'No date is written down for the training.',
    ],
    [
      { trainingUntil: '2020-01-31' },
      'volunteer.training-expired',
      'The training ran out on 31 January 2020.',
    ],
    [{ checksUntil: null }, 'volunteer.checks-not-written-down', 'No date is written down for the checks.'],
    [{ checksUntil: '2020-01-31' }, 'volunteer.checks-expired', 'The checks ran out on 31 January 2020.'],
    [
      { caseloadCap: 0 },
      'volunteer.caseload-reached',
      'They stand beside 0 programmes, and their most is 0.',
    ],
  ])('is refused with %j, and the refusal says how to mend it', async (fields, code, title) => {
    await write(fields);
    const { status, body } = await ask(sam.id);
    expect([status, body.code, body.title, (body.detail ?? '').length > 0]).toEqual([409, code, title, true]);
    expect(await names()).toEqual([]);
  });

  test('another who stands in takes the tasks over, and the one before sees the handover no more', async () => {
    const handover = await aHandover(database, programme);
    const first = await ask(sam.id, { part: 'deputy' });
    await answer(atSam, first.body.id, { answer: 'accept' });
    const task = await taskOf(database, handover.id, 'ptv_visit');
    await database.query('update handover_task set assignee_id = $2 where id = $1', [task.id, sam.id]);
    const bo = await aVolunteer('Bo');
    const second = await ask(bo.id, { part: 'deputy', instead: true });
    const yes = await answer(await api.signedInAs(bo), second.body.id, { answer: 'accept' });
    expect([yes.status, (await shown()).deputy?.accountId]).toEqual([200, bo.id]);
    expect((await taskOf(database, handover.id, 'ptv_visit')).assignee_id).toBe(bo.id);
    expect((await atSam.get(`/handovers/${handover.id}`)).status).toBe(404);
  });

  test('is refused for nobody of the site, a closed account, a taken part and a question that stands', async () => {
    const codeOf = async (accountId: string, over = {}) => (await ask(accountId, over)).body.code;
    const clinician = await anAccount(database, { roles: [{ role: 'clinician', siteId: site }] });
    expect(await codeOf(clinician.id)).toBe('volunteer.not-a-volunteer');
    const gone = await aVolunteer('Gone');
    await database.query('update account set disabled_at = now() where id = $1', [gone.id]);
    expect(await codeOf(gone.id)).toBe('volunteer.account-disabled');
    const { body } = await ask(sam.id);
    expect(await codeOf(sam.id)).toBe('volunteer.already-asked');
    await answer(atSam, body.id, { answer: 'accept' });
    const bev = await aVolunteer('Bev');
    expect(await codeOf(bev.id)).toBe('volunteer.part-taken');
    expect(await codeOf(sam.id, { part: 'deputy' })).toBe('volunteer.has-other-part');
    expect((await ask(bev.id, { instead: true })).status).toBe(201);
    expect((await shown()).ptv?.accountId).toBe(sam.id); // until Bev says yes
  });

  test('is for leads of the site; everybody else finds nothing', async () => {
    expect((await ask(sam.id, {}, stranger)).status).toBe(404);
    expect((await ask(sam.id, {}, atSam)).status).toBe(404);
    expect((await stranger.get(`/programmes/${programme.id}/volunteers`)).status).toBe(404);
    const { id } = (await ask(sam.id)).body;
    const bev = await api.signedInAs(await aVolunteer('Bev'));
    expect((await answer(bev, id, { answer: 'accept' })).status).toBe(404);
    expect((await stranger.post(`/volunteer-requests/${id}/withdraw`, {})).status).toBe(404);
    expect((await bev.get<Page<Answer>>('/volunteer-requests?mine=true')).body.items).toEqual([]);
    const mine = await atSam.get<Page<Answer>>('/volunteer-requests?mine=true&state=asked');
    expect(mine.body.items).toMatchObject([{ id, programmeName: programme.name }]);
  });
});

describe('answering', () => {
  test('the same way twice is the same answer, another way is refused', async () => {
    const { id } = (await ask(sam.id)).body;
    const no = { answer: 'decline', reason: 'no-time' };
    expect((await answer(atSam, id, no)).body).toMatchObject({ state: 'declined', reason: 'no-time' });
    expect((await answer(atSam, id, { answer: 'decline' })).body.state).toBe('declined');
    expect((await answer(atSam, id, { answer: 'accept' })).body.code).toBe('request.already-answered');
    expect(await names()).toEqual(['programme.volunteer-asked.v1', 'programme.volunteer-declined.v1']);
    const told = await lead.get<Page<Answer>>(`/volunteer-requests?site=${site}&state=declined`);
    expect(told.body.items[0]).toMatchObject({ id, volunteer: { displayName: 'Sam' } });
  });

  test('a yes takes back the other questions for the part, and one that was taken back is over', async () => {
    const bev = await aVolunteer('Bev');
    const atBev = await api.signedInAs(bev);
    const [one, other] = [(await ask(sam.id)).body, (await ask(bev.id)).body];
    const deputy = (await ask(bev.id, { part: 'deputy' })).body;
    const answers = await Promise.all([
      answer(atSam, one.id, { answer: 'accept' }),
      answer(atBev, other.id, { answer: 'accept' }),
    ]);
    expect(answers.map(({ status }) => status).sort()).toEqual([200, 409]);
    expect(answers.find(({ status }) => status === 409)?.body.title).toBe('Somebody else has said yes.');
    const { body } = await lead.get<Page<Answer>>(`/programmes/${programme.id}/volunteers`);
    expect(body.items.map(({ state }) => state).sort()).toEqual(['accepted', 'asked', 'withdrawn']);
    expect((await lead.post<Answer>(`/volunteer-requests/${deputy.id}/withdraw`, {})).body.state).toBe(
      'withdrawn',
    );
    expect((await answer(atBev, deputy.id, { answer: 'accept' })).body.title).toBe(
      'This question was taken back.',
    );
    expect(body.items.map(({ state, somebodyElse }) => somebodyElse === (state === 'withdrawn'))).toEqual(
      Array(3).fill(true),
    );
  });

  test('two yeses at once cannot pass the cap', async () => {
    await write({ caseloadCap: 1 });
    const ids = [];
    for (let n = 0; n < 4; n += 1) {
      programme = await aProgramme(database, { siteId: site });
      ids.push((await ask(sam.id)).body.id);
    }
    const answers = await Promise.all(ids.map((id) => answer(atSam, id, { answer: 'accept' })));
    expect(answers.map(({ status }) => status).sort()).toEqual([200, 409, 409, 409]);
    const [row] = await database.query<{ n: number }>(
      'select count(*)::int as n from programme where ptv_id = $1',
      [sam.id],
    );
    expect(row?.n).toBe(1);
  });

  test('a yes that cannot be had is refused in words for the volunteer, and the question waits', async () => {
    const { id } = (await ask(sam.id)).body;
    await write({ checksUntil: '2020-01-31' });
    const { status, body } = await answer(atSam, id, { answer: 'accept' });
    expect([status, body.title]).toEqual([409, 'Your checks ran out on 31 January 2020.']);
    expect(body.detail).toMatch(/^Your volunteer lead can sort this out/);
    await write({ checksUntil: '2099-12-31' });
    expect((await answer(atSam, id, { answer: 'accept' })).status).toBe(200);
  });

  test('a deputy who takes over stands in no more', async () => {
    await answer(atSam, (await ask(sam.id, { part: 'deputy' })).body.id, { answer: 'accept' });
    await answer(atSam, (await ask(sam.id)).body.id, { answer: 'accept' });
    const rows = await database.query('select ptv_id, deputy_id from programme where id = $1', [
      programme.id,
    ]);
    expect(rows).toEqual([{ ptv_id: sam.id, deputy_id: null }]);
  });
});

test('a list of volunteers says how much each has and until when training and checks hold', async () => {
  await answer(atSam, (await ask(sam.id)).body.id, { answer: 'accept' });
  const { body } = await write({ caseloadCap: 2, trainingUntil: '2020-01-31', checksUntil: null });
  const state = { caseload: 1, caseloadCap: 2, checks: { until: null, state: 'not-written-down' } };
  expect(body).toMatchObject({ ...state, training: { until: '2020-01-31', state: 'expired' } });
  expect((await stranger.patch(`/volunteers/${sam.id}`, { caseloadCap: 9 })).status).toBe(404);
  expect((await lead.patch(`/volunteers/${sam.id}`, {})).status).toBe(400);
});
