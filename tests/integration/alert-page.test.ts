import { afterAll, beforeAll, describe, expect, test } from '@jest/globals';
import type { AlertDetail, AlertFeedbackView, AlertView } from '@followon/shared/contract/alerts';
import type { Page } from '@followon/shared/contract/page';
import type { Problem } from '@followon/shared/contract/problem';
import { addDays } from '@followon/shared/rules/calendar/civil-date';
import { londonDate } from '@followon/shared/rules/calendar/london';
import type { GroupRow } from '../support/a-group.js';
import type { Everyone } from '../support/a-group-and-everyone.js';
import { aGroupAndEveryone } from '../support/a-group-and-everyone.js';
import type { TestWorker } from '../support/a-worker.js';
import { aWorker } from '../support/a-worker.js';
import type { TestApi } from '../support/api.js';
import { anApi } from '../support/api.js';
import type { TestDatabase } from '../support/database.js';
import { aDatabase } from '../support/database.js';
import { auditOf } from '../support/events.js';
import { recordMeeting, someMembers } from '../support/meetings.js';

const CANARY = 'Canaria Quillfeather';
const today = londonDate(new Date());
let database: TestDatabase;
let api: TestApi;
let worker: TestWorker;
let here: Everyone;
let alertId: string;

type Role = keyof Everyone['clients'];
const detail = (role: Role, id = alertId) => here.clients[role].get<AlertDetail & Problem>(`/alerts/${id}`);
const act = (role: Role, what: string, body: object, id = alertId) =>
  here.clients[role].post<AlertView & Problem>(`/alerts/${id}/${what}`, body);

beforeAll(async () => {
  database = await aDatabase();
  worker = await aWorker(database);
  api = await anApi(database);
  here = await aGroupAndEveryone(database, api);
  const group = { id: here.groupId, site_id: here.siteId } as GroupRow;
  await database.query(`update account set display_name = $2 where id = $1`, [
    here.accounts.contact.id,
    `Contact ${CANARY}`,
  ]);
  await someMembers(database, group, [`Member ${CANARY}`, `Other ${CANARY}`]);
  for (const [index, came] of [8, 8, 8, 8, 8, 8, 4, 4, 4].entries()) {
    const on = addDays('2026-03-02', 7 * index);
    await recordMeeting({ database, worker, group }, { on, came });
    await worker.drain(new Date(`${on}T12:00:00Z`));
  }
  const [alert] = await database.query<{ id: string }>('select id from alert where group_id = $1', [
    here.groupId,
  ]);
  alertId = alert?.id ?? '';
}, 60_000);

afterAll(async () => {
  await api?.close();
  await worker?.close();
  await database?.close();
});

describe('the page of an alert', () => {
  test('tells why, the way back to the register, what happened, what can be done and who hears next', async () => {
    const { status, body } = await detail('clinician');
    expect(status).toBe(200);
    expect(body).toMatchObject({ cause: 'fading', state: 'open', stage: 'clinician', mayAct: true });
    expect(body.trace.map(({ name }) => name)).toEqual([
      'alert.opened.v1',
      'group-health.changed.v1',
      'meeting.held.v1',
    ]);
    expect(body.trace.at(-1)).toMatchObject({ on: '2026-04-27', meetingId: expect.any(String) });
    expect(body.history).toEqual(
      expect.arrayContaining([
        expect.objectContaining({ what: 'opened', sent: null }),
        expect.objectContaining({ what: 'told-clinicians', sent: 0, notSent: 0, waiting: 1 }),
        expect.objectContaining({ what: 'offered-to-group', sent: 0, notSent: 0, waiting: 2 }),
      ]),
    );
    expect(body.nextSteps[0]).toBe('ask-ptv-to-call');
    expect(body.nextStage).toEqual({ stage: 'site-admin', on: expect.any(String) });
  });

  test('shows a network administrator the shape without the numbers, and a contact person nothing', async () => {
    const { body } = await detail('network-admin');
    expect(body.reasons.every(({ recent }) => recent === undefined)).toBe(true);
    expect(body.mayAct).toBe(false);
    expect((await detail('contact')).status).toBe(404);
    const elsewhere = await aGroupAndEveryone(database, api);
    expect((await elsewhere.clients.clinician.get(`/alerts/${alertId}`)).status).toBe(404);
  });

  test('no route of alerts carries a name to anybody', async () => {
    const paths = [
      ...['/alerts', '/alerts?needsYou=true', `/alerts/${alertId}`, `/alerts?group=${here.groupId}`],
      ...[`/alert-feedback?site=${here.siteId}`, `/alert-policy?site=${here.siteId}`],
    ];
    for (const role of ['clinician', 'lead', 'site-admin', 'network-admin', 'volunteer'] as const)
      for (const path of paths)
        expect((await here.clients[role].get(path)).text).not.toContain('Quillfeather');
    for (const [what, body] of [
      ['acknowledge', {}],
      ['snooze', { until: addDays(today, 3) }],
      ['feedback', { verdict: 'useful' }],
    ] as const)
      expect((await act('clinician', what, body)).text).not.toContain('Quillfeather');
    const written = await database.query(
      `select payload::text from event where payload::text ilike '%quillfeather%'`,
    );
    expect(written).toEqual([]);
  });
});

describe('putting it off', () => {
  test('takes it out of the inbox until its day, and says so', async () => {
    const until = addDays(today, 10);
    const { status, body } = await act('clinician', 'snooze', { until });
    expect([status, body.state, body.snoozedUntil]).toEqual([200, 'acknowledged', until]);
    const inbox = async () =>
      (await here.clients.clinician.get<Page<AlertView>>('/alerts?needsYou=true&cause=fading')).body.items
        .length;
    expect(await inbox()).toBe(0);
    await worker.drain(new Date());
    const morning = new Date(`${until}T12:00:00Z`);
    await worker.sweeper.sweep(morning);
    expect(await inbox()).toBe(1);
    const { body: back } = await detail('lead');
    expect([back.state, back.snoozedUntil]).toEqual(['open', null]);
    expect(back.history.map(({ what }) => what)).toEqual(
      expect.arrayContaining(['acknowledged', 'snoozed', 'snooze-ended']),
    );
    expect(await auditOf(database, alertId)).toContain('alert.snoozed');
  });

  test.each([
    [0, 'Choose a day after today.'],
    [93, 'Choose a day in the next three months.'],
  ])('not by %i days', async (days, words) => {
    const { status, text } = await act('clinician', 'snooze', { until: addDays(today, days) });
    expect(status).toBe(400);
    expect(text).toContain(words);
  });
});

describe('what people think of it', () => {
  test('counts once for each person, by rule, may be changed, also after it is over', async () => {
    await act('clinician', 'feedback', { verdict: 'useful' });
    await act('clinician', 'feedback', { verdict: 'wrong' });
    expect((await act('volunteer', 'feedback', { verdict: 'useful' })).body.myVerdict).toBe('useful');
    await act('lead', 'resolve', { outcome: 'no-concern', noConcernBecause: 'season', useful: 'not-useful' });
    expect((await act('clinician', 'feedback', { verdict: 'useful' })).body).toMatchObject({
      ...{ state: 'resolved', outcome: 'no-concern', noConcernBecause: 'season', myVerdict: 'useful' },
    });
    const path = `/alert-feedback?site=${here.siteId}`;
    const { body } = await here.clients.clinician.get<AlertFeedbackView>(path);
    const fading = body.items.find(({ rule }) => rule === 'fading');
    expect(fading).toEqual({ rule: 'fading', useful: 2, notUseful: 1, wrong: 0 });
    expect((await detail('clinician')).body.verdicts[0]).toEqual(fading);
    for (const role of ['volunteer', 'contact', 'network-admin'] as const)
      expect((await here.clients[role].get(path)).status).toBe(404);
  });

  test.each([
    { outcome: 'called', noConcernBecause: 'season' },
    { outcome: 'no-concern', noConcernBecause: 'x' },
  ])('refuses %j', async (body) => expect((await act('clinician', 'resolve', body)).status).toBe(400));
});
