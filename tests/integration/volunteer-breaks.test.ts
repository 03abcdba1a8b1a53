import { afterAll, beforeAll, beforeEach, describe, expect, test } from '@jest/globals';
import type { BreakCover, BreakView } from '@followon/shared/contract/volunteers';
import type { Problem } from '@followon/shared/contract/problem';
import { aHandover, taskOf } from '../support/a-handover.js';
import type { HandoverRow } from '../support/a-handover.js';
import type { ProgrammeRow } from '../support/a-programme.js';
import { aProgramme } from '../support/a-programme.js';
import { aSite } from '../support/a-site.js';
import type { TestWorker } from '../support/a-worker.js';
import { aWorker } from '../support/a-worker.js';
import type { AccountRow } from '../support/an-account.js';
import { anAccount } from '../support/an-account.js';
import type { TestApi } from '../support/api.js';
import { anApi } from '../support/api.js';
import type { TestDatabase } from '../support/database.js';
import { aDatabase } from '../support/database.js';
import { auditOf } from '../support/events.js';

const noonOf = (day: string) => new Date(`${day}T12:00:00Z`);
/** The visit is due on 26 November, the look after 90 days on 3 March. */
const lastSessionOn = '2026-12-03';
const [FROM, UNTIL] = ['2026-11-24', '2026-12-08'];
let database: TestDatabase;
let worker: TestWorker;
let api: TestApi;
let siteId: string;
let sam: AccountRow;
let bev: AccountRow;
let lead: AccountRow;
let programme: ProgrammeRow;
let handover: HandoverRow;
let volunteerId: string;

beforeAll(async () => {
  database = await aDatabase();
  worker = await aWorker(database);
  api = await anApi(database);
}, 30_000);

beforeEach(async () => {
  siteId = (await aSite(database)).id;
  const made = (role: 'volunteer' | 'lead', displayName: string) =>
    anAccount(database, { displayName, roles: [{ role, siteId }] });
  [sam, bev, lead] = [
    await made('volunteer', 'Sam'),
    await made('volunteer', 'Bev'),
    await made('lead', 'Morgan'),
  ];
  programme = await aProgramme(database, { siteId, lastSessionOn, ptvId: sam.id, firstSessionOn: null });
  handover = await aHandover(database, programme, {
    openedOn: '2026-11-05',
    volunteerId: sam.id,
    tasks: { choose_route: 'overdue' },
  });
  const [own] = await database.query<{ id: string }>('select id from volunteer where account_id = $1', [
    sam.id,
  ]);
  volunteerId = own?.id ?? '';
});

afterAll(async () => {
  await api?.close();
  await worker?.close();
  await database?.close();
});

const about = (day: string) => ({ streamId: siteId, siteId, occurredAt: noonOf(day) });
async function takeBreak(): Promise<void> {
  await database.insert('volunteer_break', {
    site_id: siteId,
    volunteer_id: volunteerId,
    from_on: FROM,
    until_on: UNTIL,
  });
  const payload = { siteId, volunteerId, from: FROM, until: UNTIL };
  await worker.append({ name: 'volunteer.break-started.v1', ...about(FROM), payload });
  await worker.drain(noonOf(FROM));
}
async function sweep(day: string): Promise<void> {
  await worker.sweeper.sweep(noonOf(day));
  await worker.drain(noonOf(day));
}
const theDeputy = (accountId: string) =>
  database.query('update programme set deputy_id = $2 where id = $1', [programme.id, accountId]);
const task = async (key: string) => {
  const { assignee_id: who, state, ...row } = await taskOf(database, handover.id, key);
  return { who, state, reason: (row as { reason?: string | null }).reason ?? null };
};
const given = async () =>
  database.query<{ key: string; because: string }>(
    `select payload ->> 'key' as key, payload ->> 'because' as because from event
     where stream_id = $1 and name = 'handover-task.assigned.v1' order by seq`,
    [programme.id],
  );

describe('during a break', () => {
  test('the deputy has what is due or late, the rest waits for its owner', async () => {
    await theDeputy(bev.id);
    await takeBreak();
    expect(await task('choose_route')).toEqual({ who: bev.id, state: 'overdue', reason: null });
    expect(await task('ptv_visit')).toEqual({ who: bev.id, state: 'open', reason: null });
    expect(await task('review_90')).toEqual({ who: sam.id, state: 'open', reason: null });
    expect(await given()).toContainEqual({ key: 'ptv_visit', because: 'break' });
    const { id } = await taskOf(database, handover.id, 'ptv_visit');
    expect(await auditOf(database, id)).toEqual(['handover-task.assigned']);
  });

  test('the volunteer lead has it when nobody stands in, and sees it among their own', async () => {
    await takeBreak();
    expect(await task('ptv_visit')).toEqual({ who: null, state: 'passed-on', reason: 'on-a-break' });
    const client = await api.signedInAs(lead);
    const { text } = await client.get('/handover-tasks?mine=true&limit=200');
    expect(text).toContain((await taskOf(database, handover.id, 'ptv_visit')).id);
  });

  test('a deputy who has a break too, or whose checks have run out, is no cover', async () => {
    await theDeputy(bev.id);
    await database.query(`update volunteer set checks_until = '2026-11-01' where account_id = $1`, [bev.id]);
    await takeBreak();
    expect((await task('ptv_visit')).who).toBeNull();
  });

  test('a date that moves into it is covered too, at once or the next morning', async () => {
    await theDeputy(bev.id);
    await database.query(
      `update handover_task set due_on = '2027-01-20' where handover_id = $1 and key = 'ptv_visit'`,
      [handover.id],
    );
    await takeBreak();
    expect((await task('ptv_visit')).who).toBe(sam.id);
    await database.query(
      `update handover_task set due_on = '2026-12-01' where handover_id = $1 and key = 'ptv_visit'`,
      [handover.id],
    );
    await sweep('2026-11-25');
    expect((await task('ptv_visit')).who).toBe(bev.id);
  });

  test('no reminder reaches whoever has it', async () => {
    await database.query(
      `update handover_task set due_on = '2026-12-20' where handover_id = $1 and owner_role = 'volunteer'`,
      [handover.id],
    );
    await takeBreak();
    const visit = await taskOf(database, handover.id, 'ptv_visit');
    expect(visit.assignee_id).toBe(sam.id);
    const late = { handoverId: handover.id, taskId: visit.id, key: 'ptv_visit', dueOn: '2026-11-24' };
    const where = {
      streamId: programme.id,
      streamKind: 'programme',
      siteId,
      occurredAt: noonOf('2026-11-25'),
    } as const;
    await worker.append({ name: 'handover-task.overdue.v1', ...where, payload: late });
    await worker.drain(noonOf('2026-11-25'));
    await sweep('2026-11-25');
    await worker.deliverer.deliver(noonOf('2026-11-25'));
    const sent = `select 1 from nudge where person_id = $1 and state in ('planned', 'sent')`;
    expect(await database.query(sent, [sam.id])).toEqual([]);
  });
});

describe('after a break', () => {
  test('what is not done comes back on the first day, and what was done stays done', async () => {
    await theDeputy(bev.id);
    await takeBreak();
    await database.query(
      `update handover_task set state = 'done', done_by = $2 where handover_id = $1 and key = 'choose_route'`,
      [handover.id, bev.id],
    );
    await sweep(UNTIL);
    await sweep(UNTIL);
    expect(await task('ptv_visit')).toEqual({ who: sam.id, state: 'overdue', reason: null });
    expect(await task('choose_route')).toEqual({ who: bev.id, state: 'done', reason: null });
    const back = (await given()).filter(({ because }) => because === 'back');
    expect(back.map(({ key }) => key).sort()).toEqual(['ptv_visit', 'roles_agreed', 'venue_option']);
    const [own] = await database.query('select paused_until from volunteer where id = $1', [volunteerId]);
    expect(own).toEqual({ paused_until: null });
  });

  test('what lay with the lead is open again, and events that are told again change nothing', async () => {
    await takeBreak();
    await sweep(UNTIL);
    expect(await task('ptv_visit')).toEqual({ who: sam.id, state: 'overdue', reason: null });
    const before = await given();
    const payload = { siteId, volunteerId, from: FROM, until: UNTIL };
    await worker.append({ name: 'volunteer.break-started.v1', ...about(UNTIL), payload });
    await worker.append({
      name: 'volunteer.break-ended.v1',
      ...about(UNTIL),
      payload: { siteId, volunteerId, on: UNTIL },
    });
    await worker.drain(noonOf(UNTIL));
    expect(await given()).toEqual(before);
  });
});

test('taking a break says beforehand who covers, is one’s own affair, and ends with one tap', async () => {
  await theDeputy(bev.id);
  await database.query('update handover_task set due_on = current_date where handover_id = $1 and key = $2', [
    handover.id,
    'ptv_visit',
  ]);
  const [atSam, atBev] = [await api.signedInAs(sam), await api.signedInAs(bev)];
  const { body: cover } = await atSam.get<BreakCover>(`/volunteer-breaks/cover?site=${siteId}&weeks=4`);
  expect(cover).toMatchObject({ deputies: [{ displayName: 'Bev' }], withLead: 0 });
  const taken = await atSam.post<BreakView & Problem>('/volunteer-breaks', { siteId, weeks: 4 });
  expect([taken.status, taken.body.endedOn]).toEqual([201, null]);
  expect((await atSam.post<Problem>('/volunteer-breaks', { siteId, weeks: 2 })).body.code).toBe(
    'break.running',
  );
  expect((await atSam.post('/volunteer-breaks', { siteId, weeks: 3 })).status).toBe(400);
  await worker.drain(new Date());
  expect((await task('ptv_visit')).who).toBe(bev.id);
  expect((await atBev.delete(`/volunteer-breaks/${taken.body.id}`)).status).toBe(404);
  expect((await atSam.delete<BreakView>(`/volunteer-breaks/${taken.body.id}`)).body.endedOn).toBe(
    taken.body.fromOn,
  );
  await worker.drain(new Date());
  expect((await task('ptv_visit')).who).toBe(sam.id);
});
