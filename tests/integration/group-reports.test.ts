import { randomUUID } from 'node:crypto';
import { afterAll, beforeAll, beforeEach, describe, expect, test } from '@jest/globals';
import type { GroupView } from '@followon/shared/contract/groups';
import type { GroupHealthView, GroupReportView } from '@followon/shared/contract/health';
import type { Page } from '@followon/shared/contract/page';
import type { Problem } from '@followon/shared/contract/problem';
import { addDays } from '@followon/shared/rules/calendar/civil-date';
import { londonDate, londonInstant } from '@followon/shared/rules/calendar/london';
import { rollForward } from '@followon/shared/rules/calendar/working-days';
import type { Everyone } from '../support/a-group-and-everyone.js';
import { aGroupAndEveryone, giveRole } from '../support/a-group-and-everyone.js';
import { aGroup } from '../support/a-group.js';
import type { TestWorker } from '../support/a-worker.js';
import { aWorker } from '../support/a-worker.js';
import { anAccount } from '../support/an-account.js';
import type { TestApi } from '../support/api.js';
import { anApi } from '../support/api.js';
import type { TestDatabase } from '../support/database.js';
import { aDatabase } from '../support/database.js';
import { recordMeeting } from '../support/meetings.js';

const today = londonDate(new Date());
let database: TestDatabase;
let api: TestApi;
let worker: TestWorker;
let here: Everyone;

beforeAll(async () => {
  database = await aDatabase();
  api = await anApi(database);
  worker = await aWorker(database);
}, 30_000);

beforeEach(async () => {
  here = await aGroupAndEveryone(database, api);
  const host = await anAccount(database, { roles: [{ role: 'contact', siteId: here.siteId }] });
  await giveRole(database, { siteId: here.siteId, groupId: here.groupId, kind: 'host', accountId: host.id });
});

afterAll(async () => {
  await worker?.close();
  await api?.close();
  await database?.close();
});

const reports = () => `/groups/${here.groupId}/reports`;
const eventsOf = async () =>
  (
    await database.query<{ name: string }>(
      `select name from event where stream_id = $1 and name like any('{group.report%,help.%}') order by seq`,
      [here.groupId],
    )
  ).map(({ name }) => name);
const now = () => new Date(Date.now() + 1_000);
/** When messages may leave, whatever the hour of this run. */
const aNoonNextWeek = () =>
  londonInstant(rollForward(addDays(londonDate(new Date()), 7), 'england'), '12:00');

/** Eight weeks of a group that is doing well, up to yesterday, judged. */
async function aSteadyGroup(): Promise<void> {
  const group = { id: here.groupId, site_id: here.siteId, name: '' };
  for (let weeks = 7; weeks >= 0; weeks -= 1)
    await recordMeeting({ database, worker, group }, { on: addDays(today, -1 - 7 * weeks), came: 8 });
  await worker.drain(now());
}

const health = async (role: keyof Everyone['clients'] = 'clinician') =>
  (await here.clients[role].get<GroupHealthView>(`/groups/${here.groupId}/health`)).body;

describe('saying what troubles a group', () => {
  test.each(['volunteer', 'contact', 'lead'] as const)(
    'is for its own people and who stands by it: a %s',
    async (role) => {
      const { status, body } = await here.clients[role].post<GroupReportView>(reports(), {
        kind: 'venue-lost',
      });
      expect([status, body]).toEqual([
        201,
        { id: expect.any(String), kind: 'venue-lost', on: today, until: null },
      ]);
      expect(await eventsOf()).toEqual(['group.reported.v1']);
    },
  );

  test.each(['clinician', 'site-admin', 'network-admin'] as const)(
    'a %s reads it and does no more',
    async (role) => {
      const { body } = await here.clients.contact.post<GroupReportView>(reports(), { kind: 'conflict' });
      const list = await here.clients[role].get<Page<GroupReportView>>(reports());
      expect(list.body).toEqual({ items: [body], nextCursor: null });
      const refused = await here.clients[role].post<Problem>(reports(), { kind: 'venue-lost' });
      const settled = await here.clients[role].post<Problem>(`${reports()}/${body.id}/settle`, {});
      expect([refused.status, settled.status]).toEqual([404, 404]);
      expect(await eventsOf()).toEqual(['group.reported.v1']);
    },
  );

  test('of another group is as if there were none, and so is a report of another group', async () => {
    const { body } = await here.clients.contact.post<GroupReportView>(reports(), { kind: 'conflict' });
    const other = await aGroup(database, { siteId: here.siteId });
    const foreign = await here.clients.contact.post(`/groups/${other.id}/reports`, { kind: 'conflict' });
    const wrong = await here.clients.lead.post(`/groups/${other.id}/reports/${body.id}/settle`, {});
    const none = await here.clients.lead.post(`${reports()}/${randomUUID()}/settle`, {});
    expect([foreign.status, wrong.status, none.status]).toEqual([404, 404, 404]);
  });

  test('needs to be said once, also by two people at one moment', async () => {
    const both = await Promise.all(
      (['contact', 'volunteer'] as const).map((role) =>
        here.clients[role].post<Problem>(reports(), { kind: 'one-carries' }),
      ),
    );
    expect(both.map(({ status }) => status).sort()).toEqual([201, 409]);
    expect(both.find(({ status }) => status === 409)?.body.code).toBe('report.already-told');
    expect(await eventsOf()).toEqual(['group.reported.v1']);
  });

  test('is done once, however often its sender repeats it, and is in the audit log', async () => {
    const key = { 'Idempotency-Key': randomUUID() };
    const sent = await here.clients.contact.post(reports(), { kind: 'help-asked' }, key);
    const again = await here.clients.contact.post(reports(), { kind: 'help-asked' }, key);
    expect([again.status, again.text]).toEqual([sent.status, sent.text]);
    expect(await eventsOf()).toEqual(['group.reported.v1', 'help.asked.v1']);
    const audit = await database.query('select what from audit_entry where subject = $1', [here.groupId]);
    expect(audit).toContainEqual({ what: 'group.reported.help-asked' });
  });

  test('takes one of the kinds and nothing in anybody’s own words', async () => {
    for (const body of [{ kind: 'gossip' }, {}, { kind: 'conflict', note: 'she said' }])
      expect((await here.clients.contact.post(reports(), body)).status).toBe(400);
  });

  test('is over with the group', async () => {
    const { body } = await here.clients.contact.post<GroupReportView>(reports(), { kind: 'conflict' });
    await here.clients.contact.post(`/groups/${here.groupId}/close`, { how: 'closed-well' });
    const told = await here.clients.contact.post<Problem>(reports(), { kind: 'venue-lost' });
    const settled = await here.clients.contact.post<Problem>(`${reports()}/${body.id}/settle`, {});
    expect([told.body.code, settled.body.code]).toEqual(['group.closed', 'group.closed']);
  });

  test('is listed a page at a time, the newest first', async () => {
    const place = { site_id: here.siteId, group_id: here.groupId, kind: 'venue-lost' };
    for (const days of [30, 20, 10])
      await database.insert('group_report', {
        ...{ ...place, on_date: addDays(today, -days), until_date: addDays(today, 1 - days) },
      });
    const first = await here.clients.lead.get<Page<GroupReportView>>(`${reports()}?limit=2`);
    const rest = await here.clients.lead.get<Page<GroupReportView>>(
      `${reports()}?limit=2&cursor=${first.body.nextCursor}`,
    );
    const days = [...first.body.items, ...rest.body.items].map(({ on }) => on);
    expect(days).toEqual([10, 20, 30].map((ago) => addDays(today, -ago)));
    expect(rest.body.nextCursor).toBeNull();
  });

  test('stays at the head of the list while it stands, however much was said and settled since', async () => {
    const place = { site_id: here.siteId, group_id: here.groupId, kind: 'venue-lost' };
    for (const [days, until_date] of [
      [40, null],
      [30, addDays(today, -29)],
      [20, addDays(today, -19)],
    ] as const)
      await database.insert('group_report', { ...place, on_date: addDays(today, -days), until_date });
    const days: (string | undefined)[] = [];
    for (let cursor = ''; days.length < 3;) {
      const { body } = await here.clients.lead.get<Page<GroupReportView>>(`${reports()}?limit=1${cursor}`);
      days.push(body.items[0]?.on);
      cursor = `&cursor=${body.nextCursor}`;
    }
    expect(days).toEqual([40, 20, 30].map((ago) => addDays(today, -ago)));
  });
});

describe('settling it', () => {
  test('makes it untrue from today on, once', async () => {
    const { body } = await here.clients.contact.post<GroupReportView>(reports(), { kind: 'venue-lost' });
    const settle = () => here.clients.volunteer.post<GroupReportView>(`${reports()}/${body.id}/settle`, {});
    expect((await settle()).body).toEqual({ ...body, until: today });
    expect((await settle()).body).toEqual({ ...body, until: today });
    expect(await eventsOf()).toEqual(['group.reported.v1', 'group.report-settled.v1']);
    expect((await here.clients.contact.post(reports(), { kind: 'venue-lost' })).status).toBe(201);
  });
});

describe('a group that asks for a hand', () => {
  const alerts = () =>
    database.query<{ cause: string; state: string }>('select cause, state from alert where group_id = $1', [
      here.groupId,
    ]);
  const messages = async () =>
    (
      await database.query<{ line: string }>(
        `select key || ' to ' || person_id || ' ' || state as line from nudge where group_id = $1 order by key`,
        [here.groupId],
      )
    ).map(({ line }) => line);

  test('is fading at once, because it asked; the clinicians and the volunteer lead hear of it', async () => {
    await aSteadyGroup();
    expect(await health()).toMatchObject({ level: 'steady', reasons: [] });
    await here.clients.contact.post(reports(), { kind: 'help-asked' });
    await worker.drain(now());
    expect(await health()).toMatchObject({
      ...{ level: 'fading', clearsWhen: { key: 'settled' } },
      reasons: [{ key: 'help-asked', sinceOn: today, meetingIds: [] }],
    });
    expect(await alerts()).toEqual([{ cause: 'help-asked', state: 'open' }]);
    expect(await messages()).toEqual([
      `alert_opened to ${here.accounts.clinician.id} planned`,
      `help_asked to ${here.accounts.lead.id} planned`,
    ]);
  });

  test('is not asked in turn whether it would like one', async () => {
    await aSteadyGroup();
    await here.clients.contact.post(reports(), { kind: 'help-asked' });
    await worker.drain(now());
    expect((await messages()).filter((line) => line.startsWith('would_a_hand_help'))).toEqual([]);
  });

  test('falls when that is settled: the alert is taken back, and a message that waits does not leave', async () => {
    await aSteadyGroup();
    const { body } = await here.clients.contact.post<GroupReportView>(reports(), { kind: 'help-asked' });
    await worker.drain(now());
    await here.clients.lead.post(`${reports()}/${body.id}/settle`, {});
    await worker.drain(now());
    expect(await health()).toMatchObject({ level: 'steady', reasons: [] });
    expect(await alerts()).toEqual([{ cause: 'help-asked', state: 'withdrawn' }]);
    await worker.deliverer.deliver(aNoonNextWeek());
    const left = await database.query(
      `select d.state from delivery d join nudge n on n.id = d.nudge_id where n.group_id = $1 and d.state <> 'suppressed'`,
      [here.groupId],
    );
    expect(left).toEqual([]);
    const steps = (await health()).history.map(({ from, to }) => `${from} ${to}`);
    expect(steps).toEqual(['null steady', 'steady fading', 'fading steady']);
  });

  test('reaches the volunteer lead also while it rests, and before it is known at all', async () => {
    await here.clients.contact.post(`/groups/${here.groupId}/rest`, {});
    await here.clients.contact.post(reports(), { kind: 'help-asked' });
    await worker.drain(now());
    expect(await messages()).toEqual([`help_asked to ${here.accounts.lead.id} planned`]);
  });

  test('other troubles raise no level, and each is an alert of its own', async () => {
    await aSteadyGroup();
    for (const kind of ['venue-lost', 'conflict']) await here.clients.contact.post(reports(), { kind });
    await worker.drain(now());
    expect(await health()).toMatchObject({ level: 'steady' });
    expect((await alerts()).map(({ cause }) => cause).sort()).toEqual(['conflict', 'venue-lost']);
  });
});

describe('a group that welcomes new people', () => {
  const path = () => `/groups/${here.groupId}`;

  test('says so itself; until then it is closed by choice', async () => {
    const { body, headers } = await here.clients.contact.get<GroupView>(path());
    expect([body.welcomesNew, body.may.report]).toEqual([false, true]);
    const match = { 'If-Match': headers.get('etag') ?? '' };
    const changed = await here.clients.contact.patch<GroupView>(path(), { welcomesNew: true }, match);
    expect([changed.status, changed.body.welcomesNew]).toEqual([200, true]);
    const refused = await here.clients.clinician.patch(path(), { welcomesNew: false }, match);
    expect(refused.status).toBe(404);
    const seen = await here.clients.clinician.get<GroupView>(path());
    expect([seen.body.welcomesNew, seen.body.may.report]).toEqual([true, false]);
  });
});
