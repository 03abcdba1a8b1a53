import { randomUUID } from 'node:crypto';
import { afterAll, beforeAll, describe, expect, test } from '@jest/globals';
import type { Page } from '@followon/shared/contract/page';
import type { Problem } from '@followon/shared/contract/problem';
import type { ClinicianView, ProgrammeView } from '@followon/shared/contract/programmes';
import { aHandover, taskOf } from '../support/a-handover.js';
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
let here: string;
let elsewhere: string;
let volunteer: AccountRow;
let clinicianAccount: AccountRow;
let clinician: Client;
let lead: Client;
let admin: Client;
let stranger: Client;

beforeAll(async () => {
  database = await aDatabase();
  api = await anApi(database);
  here = (await aSite(database)).id;
  elsewhere = (await aSite(database)).id;
  const as = (role: 'clinician' | 'lead' | 'site-admin' | 'volunteer', siteId = here) =>
    anAccount(database, { displayName: `A ${role}`, roles: [{ role, siteId }] });
  clinicianAccount = await as('clinician');
  volunteer = await as('volunteer');
  clinician = await api.signedInAs(clinicianAccount);
  lead = await api.signedInAs(await as('lead'));
  admin = await api.signedInAs(await as('site-admin'));
  stranger = await api.signedInAs(await as('clinician', elsewhere));
}, 30_000);

afterAll(async () => {
  await api?.close();
  await database?.close();
});

const aNewProgramme = (over: object = {}) => ({
  siteId: here,
  name: 'Autumn programme',
  type: 'PMP',
  firstSessionOn: '2026-09-01',
  lastSessionOn: '2026-10-20',
  ...over,
});

const added = async (over: object = {}): Promise<ProgrammeView> => {
  const answer = await clinician.post<ProgrammeView>('/programmes', aNewProgramme(over));
  expect(answer.status).toBe(201);
  return answer.body;
};

const ifMatch = (version: number) => ({ 'If-Match': `"${version}"` });

describe('a new programme', () => {
  test('is its clinician’s own, is announced and noted down', async () => {
    const programme = await added();
    expect(programme).toMatchObject({ state: 'running', mode: 'in-person', handover: null, version: 1 });
    const [row] = await database.query('select clinician_id from programme where id = $1', [programme.id]);
    expect(row).toEqual({ clinician_id: clinicianAccount.id });
    expect(await eventsOf(database, programme.id)).toMatchObject([
      { name: 'programme.scheduled.v1', seq: 1, actor_id: clinicianAccount.id },
    ]);
    expect(await auditOf(database, programme.id)).toEqual(['programme.created']);
  });

  test('has no clinician yet when an administrator enters it', async () => {
    const { body } = await admin.post<ProgrammeView>('/programmes', aNewProgramme());
    const [row] = await database.query('select clinician_id from programme where id = $1', [body.id]);
    expect(row).toEqual({ clinician_id: null });
  });

  test('at another site is refused like a site that does not exist', async () => {
    const foreign = await clinician.post('/programmes', aNewProgramme({ siteId: elsewhere }));
    const nowhere = await clinician.post('/programmes', aNewProgramme({ siteId: randomUUID() }));
    expect([foreign.status, foreign.text]).toEqual([404, nowhere.text]);
    expect(await database.query('select 1 from programme where site_id = $1', [elsewhere])).toEqual([]);
  });

  test.each([
    { why: 'a last session before the first', over: { lastSessionOn: '2026-08-01' }, path: 'lastSessionOn' },
    { why: 'a day that is none', over: { lastSessionOn: '2026-02-30' }, path: 'lastSessionOn' },
    { why: 'a field we do not know', over: { clinicianId: randomUUID() }, path: '' },
  ])('with $why is refused, and says where', async ({ over, path }) => {
    const { status, body } = await clinician.post<Problem>('/programmes', aNewProgramme(over));
    expect(status).toBe(400);
    expect(body.errors?.[0]?.path).toBe(path);
  });
});

describe('changing a programme', () => {
  test('needs the version that was read, and moves the last session once', async () => {
    const { id, version } = await added();
    const later = { lastSessionOn: '2099-10-27' };
    expect((await clinician.patch(`/programmes/${id}`, later)).status).toBe(428);
    const moved = await clinician.patch<ProgrammeView>(`/programmes/${id}`, later, ifMatch(version));
    expect(moved.status).toBe(200);
    expect(moved.headers.get('etag')).toBe('"2"');
    expect((await clinician.patch(`/programmes/${id}`, later, ifMatch(version))).status).toBe(412);
    await clinician.patch(`/programmes/${id}`, { ...later, name: 'Renamed' }, ifMatch(2));
    expect(await eventsOf(database, id)).toMatchObject([
      { name: 'programme.scheduled.v1' },
      { name: 'programme.rescheduled.v1', payload: { from: '2026-10-20', lastSessionOn: '2099-10-27' } },
    ]);
  });

  test('does not put the last session before the first', async () => {
    const { id } = await added();
    const { status } = await clinician.patch(
      `/programmes/${id}`,
      { lastSessionOn: '2026-08-01' },
      ifMatch(1),
    );
    expect(status).toBe(400);
    expect(await eventsOf(database, id)).toHaveLength(1);
  });
});

describe('naming the volunteer', () => {
  test('asks them, and saying it again asks nothing new', async () => {
    const programme = await aProgramme(database, { siteId: here });
    const path = `/programmes/${programme.id}`;
    const { status, body } = await lead.patch<ProgrammeView>(
      path,
      { ptvAccountId: volunteer.id },
      ifMatch(1),
    );
    expect([status, body.ptv]).toEqual([200, null]);
    expect((await lead.patch(path, { ptvAccountId: volunteer.id }, ifMatch(body.version))).status).toBe(200);
    expect(await eventsOf(database, programme.id)).toMatchObject([
      { name: 'programme.volunteer-asked.v1', payload: { programmeId: programme.id, part: 'ptv' } },
    ]);
  });

  test('is for leads and administrators, who may change nothing else unless they may', async () => {
    const { id } = await added();
    const name = { ptvAccountId: volunteer.id };
    expect((await clinician.patch(`/programmes/${id}`, name, ifMatch(1))).status).toBe(404);
    expect((await lead.patch(`/programmes/${id}`, { name: 'Mine now' }, ifMatch(1))).status).toBe(404);
    expect((await lead.patch(`/programmes/${id}`, { ...name, name: 'Mine' }, ifMatch(1))).status).toBe(404);
    expect((await admin.patch(`/programmes/${id}`, { ...name, name: 'Ours' }, ifMatch(1))).status).toBe(200);
  });

  test('takes only a volunteer of this site', async () => {
    const { id } = await added();
    const ptvAccountId = (await anAccount(database, { roles: [{ role: 'volunteer', siteId: elsewhere }] }))
      .id;
    const { status, body } = await lead.patch<Problem>(`/programmes/${id}`, { ptvAccountId }, ifMatch(1));
    expect([status, body.errors?.[0]?.path]).toEqual([400, 'ptvAccountId']);
  });
});

describe('the clinician of a programme', () => {
  const nobodys = async () => {
    const { body } = await admin.post<ProgrammeView>('/programmes', aNewProgramme());
    const row = { id: body.id, site_id: here, last_session_on: body.lastSessionOn };
    return { programme: body, handover: await aHandover(database, row) };
  };
  const name = (who: Client, { id, version }: ProgrammeView, clinicianAccountId: string) =>
    who.patch<ProgrammeView & Problem>(
      `/programmes/${id}`,
      { clinicianAccountId },
      { 'If-Match': `"${version}"` },
    );
  const readyToSign = (handoverId: string) =>
    database.query(`update handover_task set state = 'done' where handover_id = $1 and blocking`, [
      handoverId,
    ]);

  test('is named by an administrator, gets the open tasks and can sign off', async () => {
    const { programme, handover } = await nobodys();
    expect(programme).toMatchObject({ clinician: null, may: { nameClinician: true, takeOn: false } });
    expect((await clinician.post(`/handovers/${handover.id}/sign-off`, {})).status).toBe(404);
    const { status, body } = await name(admin, programme, clinicianAccount.id);
    expect([status, body.clinician?.accountId, body.version]).toEqual([200, clinicianAccount.id, 2]);
    expect((await taskOf(database, handover.id, 'safety_card')).assignee_id).toBe(clinicianAccount.id);
    expect((await taskOf(database, handover.id, 'ptv_visit')).assignee_id).toBeNull();
    expect(await auditOf(database, programme.id)).toEqual(['programme.created', 'programme.clinician-named']);
    await readyToSign(handover.id);
    expect((await clinician.post(`/handovers/${handover.id}/sign-off`, {})).status).toBe(200);
  });

  test('may take on what has nobody, and not what is a colleague’s', async () => {
    const { programme } = await nobodys();
    const seen = await clinician.get<ProgrammeView>(`/programmes/${programme.id}`);
    expect(seen.body.may).toMatchObject({ nameClinician: false, takeOn: true });
    const taken = await name(clinician, programme, clinicianAccount.id);
    expect([taken.status, taken.body.may?.takeOn]).toEqual([200, false]);
    const colleague = await anAccount(database, { roles: [{ role: 'clinician', siteId: here }] });
    const refused = await name(await api.signedInAs(colleague), taken.body, colleague.id);
    expect([refused.status, refused.body.code]).toEqual([409, 'programme.has-clinician']);
    expect((await name(admin, taken.body, colleague.id)).body.clinician?.accountId).toBe(colleague.id);
  });

  test('is one of this site, and nobody but an administrator names somebody else', async () => {
    const { programme } = await nobodys();
    const colleague = await anAccount(database, { roles: [{ role: 'clinician', siteId: here }] });
    const foreign = await anAccount(database, { roles: [{ role: 'clinician', siteId: elsewhere }] });
    for (const accountId of [foreign.id, volunteer.id, randomUUID()])
      expect((await name(admin, programme, accountId)).status).toBe(400);
    for (const who of [clinician, lead, stranger])
      expect((await name(who, programme, colleague.id)).status).toBe(404);
  });

  test('is chosen from the clinicians of the site, page by page', async () => {
    const site = (await aSite(database)).id;
    const made = async (displayName: string, siteId = site) =>
      (await anAccount(database, { displayName, roles: [{ role: 'clinician', siteId }] })).id;
    const ids = [await made('Ann'), await made('Bea'), await made('Bea')];
    await made('Cy', elsewhere);
    const asker = await api.signedInAs(
      await anAccount(database, { roles: [{ role: 'site-admin', siteId: site }] }),
    );
    const listed: string[] = [];
    for (let cursor: string | null = ''; cursor !== null;) {
      const path: string = `/clinicians?limit=1&site=${site}${cursor && `&cursor=${cursor}`}`;
      const { body }: { body: Page<ClinicianView> } = await asker.get<Page<ClinicianView>>(path);
      listed.push(...body.items.map(({ id }) => id));
      cursor = body.nextCursor;
    }
    expect(listed[0]).toBe(ids[0]);
    expect(listed.toSorted()).toEqual(ids.toSorted());
    expect((await clinician.get('/clinicians')).status).toBe(404);
  });
});

describe('finishing', () => {
  const finish = (id: string, finishedOn: string) =>
    clinician.post<Problem>(`/programmes/${id}/finish`, { finishedOn });

  test('happens once', async () => {
    const { id } = await added({ lastSessionOn: '2026-10-20' });
    expect((await finish(id, '2026-10-20')).body).toMatchObject({ state: 'finished' });
    const again = await finish(id, '2026-10-20');
    expect([again.status, again.body.code]).toEqual([409, 'programme.already-finished']);
    expect((await eventsOf(database, id)).map(({ name }) => name)).toEqual([
      'programme.scheduled.v1',
      'programme.finished.v1',
    ]);
    const move = await clinician.patch<Problem>(
      `/programmes/${id}`,
      { lastSessionOn: '2026-10-27' },
      ifMatch(2),
    );
    expect([move.status, move.body.code]).toEqual([409, 'programme.already-finished']);
  });

  test('neither before the first session nor on a day to come', async () => {
    const { id } = await added();
    for (const day of ['2026-08-31', '2199-01-01']) {
      const { status, body } = await finish(id, day);
      expect([status, body.errors?.[0]?.path]).toEqual([400, 'finishedOn']);
    }
    expect(await eventsOf(database, id)).toHaveLength(1);
  });
});

describe('the list', () => {
  test('comes in pages, latest last session first, and loses none', async () => {
    const siteId = (await aSite(database)).id;
    const reader = await api.signedInAs(await anAccount(database, { roles: [{ role: 'lead', siteId }] }));
    for (const day of ['2026-05-01', '2026-06-01', '2026-06-01', '2026-07-01', '2026-04-01'])
      await aProgramme(database, { siteId, lastSessionOn: day });
    const days: string[] = [];
    let cursor = '';
    do {
      const { body } = await reader.get<Page<ProgrammeView>>(`/programmes?limit=2${cursor}`);
      days.push(...body.items.map((item) => item.lastSessionOn));
      cursor = body.nextCursor === null ? '' : `&cursor=${body.nextCursor}`;
    } while (cursor);
    expect(days).toEqual(['2026-07-01', '2026-06-01', '2026-06-01', '2026-05-01', '2026-04-01']);
    expect((await reader.get('/programmes?cursor=bm9uc2Vuc2U')).status).toBe(400);
  });

  test('holds for a volunteer only what is theirs', async () => {
    const mine = await aProgramme(database, { siteId: here, ptvId: volunteer.id, name: 'Mine' });
    const other = await aProgramme(database, { siteId: here, name: 'Not mine' });
    const reader = await api.signedInAs(volunteer);
    const ids = (await reader.get<Page<ProgrammeView>>('/programmes?limit=200')).body.items.map(
      ({ id }) => id,
    );
    expect(ids).toContain(mine.id);
    expect(ids).not.toContain(other.id);
    expect((await reader.get(`/programmes/${mine.id}`)).status).toBe(200);
    expect((await reader.get(`/programmes/${other.id}`)).status).toBe(404);
  });

  test('of a foreign site is empty, and its programmes look like none', async () => {
    const { id } = await added();
    expect((await stranger.get(`/programmes?site=${here}`)).body).toEqual({ items: [], nextCursor: null });
    const foreign = await stranger.get(`/programmes/${id}`);
    const nothing = await stranger.get(`/programmes/${randomUUID()}`);
    expect([foreign.status, foreign.text]).toEqual([404, nothing.text]);
  });

  test('tells running, finishing and finished apart', async () => {
    const siteId = (await aSite(database)).id;
    const reader = await api.signedInAs(
      await anAccount(database, { roles: [{ role: 'clinician', siteId }] }),
    );
    await aProgramme(database, { siteId, name: 'running' });
    await aHandover(database, await aProgramme(database, { siteId, name: 'finishing' }));
    await aProgramme(database, { siteId, name: 'finished', finishedOn: '2026-04-21' });
    for (const state of ['running', 'finishing', 'finished']) {
      const { body } = await reader.get<Page<ProgrammeView>>(`/programmes?state=${state}`);
      expect(body.items.map((item) => [item.name, item.state])).toEqual([[state, state]]);
    }
  });
});
