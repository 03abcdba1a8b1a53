import { afterAll, beforeAll, beforeEach, describe, expect, test } from '@jest/globals';
import type { Problem } from '@followon/shared/contract/problem';
import type { ProgrammeView } from '@followon/shared/contract/programmes';
import { addDays } from '@followon/shared/rules/calendar/civil-date';
import { londonDate } from '@followon/shared/rules/calendar/london';
import { aGroup } from '../support/a-group.js';
import type { HandoverRow } from '../support/a-handover.js';
import { aHandover } from '../support/a-handover.js';
import type { ProgrammeRow } from '../support/a-programme.js';
import { aProgramme } from '../support/a-programme.js';
import { aSite } from '../support/a-site.js';
import { anAccount } from '../support/an-account.js';
import type { Client, TestApi } from '../support/api.js';
import { anApi } from '../support/api.js';
import type { TestDatabase } from '../support/database.js';
import { aDatabase } from '../support/database.js';
import { eventsOf } from '../support/events.js';

const today = londonDate(new Date());
const inDays = (days: number) => addDays(today, days);
let database: TestDatabase;
let api: TestApi;
let siteId: string;
let admin: Client;
let programme: ProgrammeRow;
let handover: HandoverRow;

beforeAll(async () => {
  database = await aDatabase();
  api = await anApi(database);
  siteId = (await aSite(database)).id;
  admin = await api.signedInAs(await anAccount(database, { roles: [{ role: 'site-admin', siteId }] }));
}, 30_000);

beforeEach(async () => {
  programme = await aProgramme(database, { siteId, lastSessionOn: inDays(14), firstSessionOn: null });
  handover = await aHandover(database, programme, { openedOn: inDays(-14) });
});

afterAll(async () => {
  await api?.close();
  await database?.close();
});

const move = (over: object) =>
  admin.patch<ProgrammeView & Problem>(`/programmes/${programme.id}`, over, { 'If-Match': '"1"' });
const isAsItWas = async () => {
  const { body } = await admin.get<ProgrammeView>(`/programmes/${programme.id}`);
  expect(body).toMatchObject({ lastSessionOn: inDays(14), name: 'Spring programme', version: 1 });
  expect(await eventsOf(database, programme.id)).toEqual([]);
};

describe('a last session is moved', () => {
  test.each([{ days: 0 }, { days: 40 }])('to a day $days days from now', async ({ days }) => {
    expect((await move({ lastSessionOn: inDays(days) })).status).toBe(200);
    expect(await eventsOf(database, programme.id)).toMatchObject([{ name: 'programme.rescheduled.v1' }]);
  });

  test('not into the past: that is what finishing is for', async () => {
    const { status, body } = await move({ lastSessionOn: inDays(-1), name: 'Renamed' });
    expect([status, body.code]).toEqual([409, 'programme.last-session-is-past']);
    expect(body.detail).toContain('use “finish” with the day it ended');
    await isAsItWas();
    const finished = { finishedOn: inDays(-1) };
    expect((await admin.post(`/programmes/${programme.id}/finish`, finished)).status).toBe(200);
  });

  test.each(['signed-off', 'accepted', 'closed', 'declined'])(
    'not once the handover is %s',
    async (state) => {
      await database.query('update handover set state = $2 where id = $1', [handover.id, state]);
      const { status, body } = await move({ lastSessionOn: inDays(21), name: 'Renamed' });
      expect([status, body.code]).toEqual([409, 'programme.handover-signed-off']);
      await isAsItWas();
    },
  );

  test('not once the group has met', async () => {
    const group = await aGroup(database, { siteId, programmeId: programme.id });
    const held = { site_id: siteId, group_id: group.id, held_on: inDays(-1), outcome: 'held', headcount: 6 };
    await database.insert('meeting', held);
    const { status, body } = await move({ lastSessionOn: inDays(21) });
    expect([status, body.code]).toEqual([409, 'programme.group-has-met']);
    await isAsItWas();
  });

  test('not past the look after 90 days once that is settled', async () => {
    await database.query(
      `update handover_task set state = 'done' where handover_id = $1 and key = 'review_90'`,
      [handover.id],
    );
    const { status, body } = await move({ lastSessionOn: inDays(200) });
    expect([status, body.code]).toEqual([409, 'programme.review-done']);
    await isAsItWas();
    expect((await move({ lastSessionOn: inDays(21) })).status).toBe(200);
  });

  test('and its name can be changed whatever has happened to the handover', async () => {
    await database.query(`update handover set state = 'closed' where id = $1`, [handover.id]);
    expect((await move({ name: 'Renamed', lastSessionOn: inDays(14) })).status).toBe(200);
  });
});
