import { afterAll, beforeAll, describe, expect, test } from '@jest/globals';
import type { MemberView } from '@followon/shared/contract/groups';
import type { MeetingView } from '@followon/shared/contract/meetings';
import type { Page } from '@followon/shared/contract/page';
import type { Problem } from '@followon/shared/contract/problem';
import { addDays } from '@followon/shared/rules/calendar/civil-date';
import { londonDate } from '@followon/shared/rules/calendar/london';
import type { Everyone } from '../support/a-group-and-everyone.js';
import { aGroupAndEveryone } from '../support/a-group-and-everyone.js';
import type { Client, TestApi } from '../support/api.js';
import { anApi } from '../support/api.js';
import type { TestDatabase } from '../support/database.js';
import { aDatabase } from '../support/database.js';

const today = londonDate(new Date());
const yesterday = addDays(today, -1);
const noSuchId = '00000000-0000-4000-8000-000000000000';
const held = { state: 'held', headcount: 7 };
let database: TestDatabase;
let api: TestApi;
let here: Everyone;
let elsewhere: Everyone;

beforeAll(async () => {
  database = await aDatabase();
  api = await anApi(database);
  here = await aGroupAndEveryone(database, api);
  elsewhere = await aGroupAndEveryone(database, api);
});

afterAll(async () => {
  await api?.close();
  await database?.close();
});

let nextDay = 0;
/** A date of the group that has passed without a register. */
async function aMeeting({ siteId, groupId }: Everyone = here, on?: string): Promise<string> {
  nextDay += 1;
  const { id } = await database.insert<{ id: string }>('meeting', {
    ...{ site_id: siteId, group_id: groupId, outcome: 'planned' },
    held_on: on ?? addDays(yesterday, -nextDay),
  });
  return id;
}

const save = (client: Client, id: string, body: object, version?: number) =>
  client.put<MeetingView & Problem>(
    `/meetings/${id}/register`,
    body,
    version === undefined ? {} : { 'If-Match': `"${version}"` },
  );

const eventsAbout = (meetingId: string) =>
  database.query<{ name: string; payload: Record<string, unknown> }>(
    `select name, payload from event where payload ->> 'meetingId' = $1 order by id`,
    [meetingId],
  );

/** Undefined when nobody was marked. */
async function presentAt(meetingId: string): Promise<string[] | undefined> {
  const [row] = await database.query<{ present: string[] }>(
    'select present from attendance where meeting_id = $1',
    [meetingId],
  );
  return row?.present;
}

const aMember = async (who: Everyone = here): Promise<string> => {
  const path = `/groups/${who.groupId}/members`;
  return (await who.clients.contact.post<MemberView>(path, { displayName: 'Ann' })).body.id;
};

describe('planning a meeting', () => {
  const plan = (client: Client, date: string) =>
    client.post<MeetingView & Problem>(`/groups/${here.groupId}/meetings`, { date });

  test.each([
    { role: 'contact', days: 7 },
    { role: 'volunteer', days: 14 },
    { role: 'site-admin', days: -400 },
  ] as const)('is open to the group’s $role, also for a date that has passed', async ({ role, days }) => {
    const { status, body } = await plan(here.clients[role], addDays(today, days));
    expect([status, body.outcome, body.registerDue, body.version]).toEqual([201, 'planned', days < 0, 0]);
    expect((await eventsAbout(body.id)).map(({ name }) => name)).toEqual(['meeting.planned.v1']);
  });

  test.each(['clinician', 'lead', 'network-admin'] as const)('is not for a %s', async (role) => {
    expect((await plan(here.clients[role], today)).status).toBe(404);
    expect((await plan(elsewhere.clients.contact, today)).status).toBe(404);
  });

  test('a second one on the same date is refused', async () => {
    await plan(here.clients.contact, addDays(today, 21));
    const { status, body } = await plan(here.clients.contact, addDays(today, 21));
    expect([status, body.code]).toEqual([409, 'meeting.already-there']);
  });

  test.each(['2026-02-30', '23/11/2026', '', addDays(today, 800)])('refuses the date %j', async (date) => {
    expect((await plan(here.clients.contact, date)).status).toBe(400);
  });
});

describe('a first register', () => {
  test.each(['contact', 'volunteer', 'site-admin'] as const)(
    'is written by a %s, without a version',
    async (role) => {
      const id = await aMeeting();
      const { status, body, headers } = await save(here.clients[role], id, { ...held, newcomers: 2 });
      expect(status).toBe(200);
      expect(body).toMatchObject({
        outcome: 'held',
        headcount: 7,
        newcomers: 2,
        named: false,
        registerDue: false,
      });
      expect([body.version, headers.get('etag')]).toEqual([1, '"1"']);
      expect(await eventsAbout(id)).toMatchObject([
        { name: 'meeting.held.v1', payload: { headcount: 7, newcomers: 2, groupId: here.groupId } },
      ]);
      expect(await database.query('select what from audit_entry where subject = $1', [id])).toEqual([
        { what: 'register.saved' },
      ]);
    },
  );

  test('may say that it was not held, and why', async () => {
    const id = await aMeeting();
    const { body } = await save(here.clients.contact, id, { state: 'not-held', reason: 'weather' });
    expect(body).toMatchObject({ outcome: 'not-held', reason: 'weather', headcount: null });
    expect(await eventsAbout(id)).toMatchObject([
      { name: 'meeting.not-held.v1', payload: { reason: 'weather' } },
    ]);
  });

  test.each(['clinician', 'lead', 'network-admin'] as const)('is not a %s’s to write', async (role) => {
    const id = await aMeeting();
    const refused = await save(here.clients[role], id, held);
    const missing = await save(here.clients[role], noSuchId, held);
    expect([refused.status, refused.text]).toEqual([404, missing.text]);
    expect(await eventsAbout(id)).toEqual([]);
  });

  test('of another group or site does not exist', async () => {
    const id = await aMeeting(elsewhere);
    for (const role of ['contact', 'volunteer', 'site-admin'] as const) {
      const foreign = await save(here.clients[role], id, held);
      expect(foreign.status).toBe(404);
      expect(foreign.text).toBe((await save(here.clients[role], noSuchId, held)).text);
    }
  });

  test('waits for the day of the meeting', async () => {
    const { status, body } = await save(here.clients.contact, await aMeeting(here, addDays(today, 1)), held);
    expect([status, body.code]).toEqual([409, 'meeting.not-yet']);
    expect((await save(here.clients.contact, await aMeeting(here, today), held)).status).toBe(200);
  });

  test('is refused once the group has ended', async () => {
    const ended = await aGroupAndEveryone(database, api);
    const id = await aMeeting(ended);
    await ended.clients.contact.post(`/groups/${ended.groupId}/close`, { how: 'closed-well' });
    const { status, body } = await save(ended.clients.contact, id, held);
    expect([status, body.code]).toEqual([409, 'group.closed']);
    const planned = await ended.clients.contact.post(`/groups/${ended.groupId}/meetings`, { date: today });
    expect(planned.status).toBe(409);
  });

  test.each([
    { what: 'no state', body: { headcount: 7 } },
    { what: 'no head count', body: { state: 'held' } },
    { what: 'half a person', body: { ...held, headcount: 6.5 } },
    { what: 'fewer than nobody', body: { ...held, headcount: -1 } },
    { what: 'a crowd', body: { ...held, headcount: 501 } },
    { what: 'words for a number', body: { ...held, headcount: 'seven' } },
    { what: 'more newcomers than people', body: { ...held, newcomers: 8 } },
    { what: 'an unknown reason', body: { state: 'not-held', reason: 'no idea' } },
    {
      what: 'a head count of a meeting that was not held',
      body: { state: 'not-held', reason: 'venue', headcount: 3 },
    },
    { what: 'an unknown field', body: { ...held, note: 'hello' } },
    { what: 'a mark that is none', body: { ...held, marks: [{ memberId: noSuchId, mark: 'late' }] } },
  ])('is refused with $what, and nothing is written', async ({ body }) => {
    const id = await aMeeting();
    const { status, body: problem } = await save(here.clients.contact, id, body);
    expect([status, problem.code]).toEqual([400, 'invalid']);
    const [meeting] = await database.query('select outcome, version from meeting where id = $1', [id]);
    expect(meeting).toEqual({ outcome: 'planned', version: 0 });
    expect(await eventsAbout(id)).toEqual([]);
  });
});

describe('marks', () => {
  test('are written and seen by the group’s contact alone', async () => {
    const [id, memberId] = [await aMeeting(), await aMember()];
    const marks = [{ memberId, mark: 'present' }];
    const { body } = await save(here.clients.contact, id, { ...held, marks });
    expect(body).toMatchObject({ named: true, marks });
    for (const role of ['volunteer', 'clinician', 'lead', 'site-admin', 'network-admin'] as const) {
      const list = await here.clients[role].get<Page<MeetingView>>(`/groups/${here.groupId}/meetings`);
      expect(list.status).toBe(200);
      expect(list.text).not.toContain('marks');
      expect(list.text).not.toContain(memberId);
    }
    const own = await here.clients.contact.get<Page<MeetingView>>(
      `/groups/${here.groupId}/meetings?limit=200`,
    );
    expect(own.body.items.find((meeting) => meeting.id === id)?.marks).toEqual(marks);
  });

  test('by anybody else are refused where they stand', async () => {
    const [id, memberId] = [await aMeeting(), await aMember()];
    const body = { ...held, marks: [{ memberId, mark: 'present' }] };
    const { status, body: problem } = await save(here.clients.volunteer, id, body);
    expect([status, problem.errors?.[0]?.path]).toEqual([400, 'marks']);
  });

  test('of people who are not in the group are refused, each where it stands, and nothing is kept', async () => {
    const [id, memberId, stranger] = [await aMeeting(), await aMember(), await aMember(elsewhere)];
    const marks = [stranger, memberId, noSuchId].map((who) => ({ memberId: who, mark: 'present' }));
    const { status, body } = await save(here.clients.contact, id, { ...held, marks });
    expect([status, body.errors?.map(({ path }) => path)]).toEqual([
      400,
      ['marks.0.memberId', 'marks.2.memberId'],
    ]);
    expect(await presentAt(id)).toBeUndefined();
  });

  test('may not outnumber the head count, nor name one person twice', async () => {
    const [id, ann, bea] = [await aMeeting(), await aMember(), await aMember()];
    const present = (memberId: string) => ({ memberId, mark: 'present' });
    const tooMany = { ...held, headcount: 1, marks: [present(ann), present(bea)] };
    expect((await save(here.clients.contact, id, tooMany)).body.errors?.[0]?.path).toBe('headcount');
    const twice = { ...held, marks: [present(ann), { memberId: ann, mark: 'apologies' }] };
    expect((await save(here.clients.contact, id, twice)).body.errors?.[0]?.path).toBe('marks');
    const fits = { ...held, headcount: 1, marks: [present(ann), { memberId: bea, mark: 'apologies' }] };
    expect((await save(here.clients.contact, id, fits)).status).toBe(200);
  });

  test('stay when somebody who cannot see them mends the number, and bound it', async () => {
    const [id, ann, bea] = [await aMeeting(), await aMember(), await aMember()];
    const marks = [ann, bea].map((memberId) => ({ memberId, mark: 'present' }));
    await save(here.clients.contact, id, { ...held, marks });
    const refused = await save(here.clients.volunteer, id, { ...held, headcount: 1 }, 1);
    expect([refused.status, refused.body.errors?.[0]?.path]).toEqual([400, 'headcount']);
    const mended = await save(here.clients.volunteer, id, { ...held, headcount: 2 }, 1);
    expect(mended.body).toMatchObject({ headcount: 2, named: true });
    expect(await presentAt(id)).toHaveLength(2);
    await save(here.clients.contact, id, { ...held, marks: [] }, 2);
    expect(await presentAt(id)).toBeUndefined();
  });
});

describe('a correction', () => {
  async function aRegister(): Promise<string> {
    const id = await aMeeting();
    await save(here.clients.contact, id, held);
    return id;
  }

  test('needs the version that it corrects', async () => {
    const id = await aRegister();
    expect((await save(here.clients.contact, id, { ...held, headcount: 8 })).status).toBe(428);
    expect((await save(here.clients.contact, id, { ...held, headcount: 8 }, 7)).status).toBe(412);
    const { body } = await save(here.clients.contact, id, { ...held, headcount: 8 }, 1);
    expect(body).toMatchObject({ headcount: 8, version: 2 });
    expect((await eventsAbout(id)).map(({ name }) => name)).toEqual([
      'meeting.held.v1',
      'register.corrected.v1',
    ]);
  });

  test('by a site administrator says why; the first register did not need to', async () => {
    const id = await aRegister();
    const correct = (body: object) => save(here.clients['site-admin'], id, { ...held, ...body }, 1);
    const refused = await correct({ headcount: 8 });
    expect([refused.status, refused.body.errors?.[0]?.path]).toEqual([400, 'correctionReason']);
    expect((await correct({ headcount: 8, correctionReason: 'late-news' })).status).toBe(200);
    const audited = await database.query('select what from audit_entry where subject = $1 order by seq', [
      id,
    ]);
    expect(audited).toEqual([{ what: 'register.saved' }, { what: 'register.corrected.late-news' }]);
  });

  test('of ten people at once goes to exactly one of them', async () => {
    const id = await aRegister();
    const tries = Array.from({ length: 10 }, (_, n) =>
      save(here.clients.contact, id, { ...held, headcount: n }, 1),
    );
    const statuses = (await Promise.all(tries)).map(({ status }) => status).sort();
    expect(statuses).toEqual([200, ...Array.from({ length: 9 }, () => 412)]);
    expect(await eventsAbout(id)).toHaveLength(2);
  });

  test('to “not held” takes the marks and the numbers away', async () => {
    const [id, memberId] = [await aMeeting(), await aMember()];
    await save(here.clients.contact, id, { ...held, marks: [{ memberId, mark: 'present' }] });
    const { body } = await save(here.clients.contact, id, { state: 'not-held', reason: 'other' }, 1);
    expect(body).toMatchObject({
      outcome: 'not-held',
      headcount: null,
      newcomers: null,
      named: false,
      marks: [],
    });
  });
});

test('ten first registers at once make one, and the same key makes one even when it is sent again', async () => {
  const id = await aMeeting();
  const tries = Array.from({ length: 10 }, () => save(here.clients.contact, id, held));
  const statuses = (await Promise.all(tries)).map(({ status }) => status).sort();
  expect(statuses).toEqual([200, ...Array.from({ length: 9 }, () => 428)]);
  const again = await aMeeting();
  const once = () =>
    here.clients.contact.put(`/meetings/${again}/register`, held, { 'Idempotency-Key': `k-${again}` });
  const [first, second] = [await once(), await once()];
  expect([first.status, second.status, second.body]).toEqual([200, 200, first.body]);
  expect(await eventsAbout(again)).toHaveLength(1);
});

describe('the list of meetings', () => {
  test('is read newest first, page by page, and narrowed by what became of them', async () => {
    const own = await aGroupAndEveryone(database, api);
    for (const days of [-21, -14, -7]) await aMeeting(own, addDays(today, days));
    const [first] = await database.query<{ id: string }>(
      'select id from meeting where group_id = $1 order by held_on limit 1',
      [own.groupId],
    );
    await save(own.clients.contact, first?.id ?? '', held);
    const list = (query: string) =>
      own.clients.clinician.get<Page<MeetingView>>(`/groups/${own.groupId}/meetings?${query}`);
    const page = (await list('limit=2')).body;
    expect(page.items.map(({ on }) => on)).toEqual([addDays(today, -7), addDays(today, -14)]);
    expect(page.items.every(({ registerDue }) => registerDue)).toBe(true);
    const rest = (await list(`limit=2&cursor=${page.nextCursor}`)).body;
    expect([rest.items.map(({ on }) => on), rest.nextCursor]).toEqual([[addDays(today, -21)], null]);
    expect((await list('outcome=held')).body.items.map(({ headcount }) => headcount)).toEqual([7]);
    const shape = await own.clients['network-admin'].get<Page<MeetingView>>(
      `/groups/${own.groupId}/meetings?outcome=held`,
    );
    expect(shape.body.items).toMatchObject([{ outcome: 'held', headcount: null, newcomers: null }]);
  });

  test('of another group or site does not exist', async () => {
    for (const role of [
      'volunteer',
      'contact',
      'clinician',
      'lead',
      'site-admin',
      'network-admin',
    ] as const) {
      const foreign = await here.clients[role].get(`/groups/${elsewhere.groupId}/meetings`);
      expect([foreign.status, foreign.text]).toEqual([
        404,
        (await here.clients[role].get(`/groups/${noSuchId}/meetings`)).text,
      ]);
    }
  });
});
