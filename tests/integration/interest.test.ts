import { afterAll, beforeAll, beforeEach, describe, expect, test } from '@jest/globals';
import type { InterestView } from '@followon/shared/contract/carrying-on';
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

let database: TestDatabase;
let api: TestApi;
let siteId: string;
let clinician: AccountRow;
let at: Client;
let stranger: Client;
let programme: ProgrammeRow;
let handover: HandoverRow;

const soon = new Date(Date.now() + 14 * 86_400_000).toISOString().slice(0, 10);

beforeAll(async () => {
  database = await aDatabase();
  api = await anApi(database);
  const elsewhere = (await aSite(database)).id;
  stranger = await api.signedInAs(
    await anAccount(database, { roles: [{ role: 'clinician', siteId: elsewhere }] }),
  );
}, 30_000);

beforeEach(async () => {
  siteId = (await aSite(database)).id;
  clinician = await anAccount(database, { roles: [{ role: 'clinician', siteId }] });
  at = await api.signedInAs(clinician);
  programme = await aProgramme(database, { siteId, clinicianId: clinician.id, lastSessionOn: soon });
  handover = await aHandover(database, programme);
});

afterAll(async () => {
  await api?.close();
  await database?.close();
});

const counts = { yes: 3, maybe: 2, no: 4, otherKind: 1 };
const put = (who: Client, body: object, version?: number) =>
  who.put<InterestView & Problem>(
    `/programmes/${programme.id}/interest`,
    body,
    version === undefined ? {} : { 'If-Match': `"${version}"` },
  );
const read = async () => (await at.get<InterestView>(`/programmes/${programme.id}/interest`)).body;

describe('the interest of a programme', () => {
  test('is unknown before anybody counts, and then suggests nothing', async () => {
    expect(await read()).toMatchObject({ counts: null, suggestion: null, minimum: 4, version: 0 });
    expect((await read()).possible.find(({ route }) => route === 'new')).toEqual({
      route: 'new',
      fit: 'yes',
    });
  });

  test('is counted, suggests a way, ticks the task of whoever counts, and is announced and noted down', async () => {
    const { status, body, headers } = await put(at, counts);
    expect([status, headers.get('etag')]).toEqual([200, '"1"']);
    expect(body).toMatchObject({
      counts,
      suggestion: { route: 'new', reasons: ['enough-with-maybe', 'some-want-another-kind'] },
    });
    expect(await taskOf(database, handover.id, 'interest_poll')).toMatchObject({
      state: 'done',
      done_by: clinician.id,
    });
    const events = await eventsOf(database, programme.id);
    expect(events.map(({ name }) => name)).toEqual([
      'programme.interest-recorded.v1',
      'handover-task.done.v1',
    ]);
    expect(events[0]?.payload).toEqual({ programmeId: programme.id, ...counts });
    expect(await auditOf(database, programme.id)).toEqual(['programme.interest-recorded']);
  });

  test('is counted again with its version, and two who count at once are kept apart', async () => {
    await put(at, counts);
    expect((await put(at, counts)).status).toBe(428);
    expect((await put(at, { ...counts, yes: 6 }, 1)).body).toMatchObject({
      version: 2,
      suggestion: { route: 'new', reasons: ['enough-say-yes', 'some-want-another-kind'] },
    });
    expect((await put(at, { ...counts, yes: 1 }, 1)).status).toBe(412);
    expect((await read()).counts).toEqual({ ...counts, yes: 6 });
  });

  test('two first counts at once leave one, and the other hears of it', async () => {
    const answers = await Promise.all([put(at, counts, 0), put(at, { ...counts, yes: 9 }, 0)]);
    expect(answers.map(({ status }) => status).toSorted((a, b) => a - b)).toEqual([200, 412]);
  });

  test('refuses what is no count, and what it does not know', async () => {
    for (const body of [
      { ...counts, yes: -1 },
      { ...counts, yes: 1.5 },
      { yes: 1 },
      { ...counts, who: 'Sam' },
    ])
      expect((await put(at, body)).status).toBe(400);
    expect((await read()).counts).toBeNull();
  });

  test('of a foreign programme looks like none', async () => {
    const foreign = await stranger.get(`/programmes/${programme.id}/interest`);
    const none = await stranger.get(`/programmes/${handover.id}/interest`);
    expect([foreign.status, foreign.text]).toEqual([404, none.text]);
    expect((await put(stranger, counts)).status).toBe(404);
  });

  test('stays as it was once the programme is handed over', async () => {
    await put(at, counts);
    await database.query(`update handover set state = 'signed-off', signed_off_at = now() where id = $1`, [
      handover.id,
    ]);
    const late = await put(at, { ...counts, yes: 9 }, 1);
    expect([late.status, late.body.code]).toEqual([409, 'programme.handed-over']);
    expect(await read()).toMatchObject({ counts, mayRecord: false });
  });

  test('of few looks around the site: a programme that ends soon, a group that welcomes people, and its own minimum', async () => {
    const few = { yes: 2, maybe: 1, no: 5, otherKind: 0 };
    await put(at, few);
    expect((await read()).suggestion?.route).toBe('buddy');

    const group = await aGroup(database, { siteId, name: 'Thursday group' });
    await database.query('update follow_on_group set welcomes_new = true where id = $1', [group.id]);
    expect(await read()).toMatchObject({
      suggestion: { route: 'join', reasons: ['fewer-than-minimum', 'a-group-welcomes-people'] },
      groups: [{ id: group.id, name: 'Thursday group', welcomesNew: true }],
    });

    const other = await aProgramme(database, { siteId, name: 'Evening programme', lastSessionOn: soon });
    await aProgramme(database, { siteId, lastSessionOn: '2026-03-05' });
    await aProgramme(database, { lastSessionOn: soon });
    const { suggestion, programmes } = await read();
    expect([suggestion?.route, programmes.map(({ id }) => id)]).toEqual(['merge', [other.id]]);

    await database.insert('handover_policy', {
      ...{ site_id: siteId, lead_after_days: 3, admin_after_days: 7, minimum_interest: 3 },
      ...{ version: 1, saved_at: new Date() },
    });
    expect(await read()).toMatchObject({ minimum: 3, suggestion: { route: 'new' } });
  });
});
