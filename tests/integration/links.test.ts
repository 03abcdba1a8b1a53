import { afterAll, beforeAll, beforeEach, describe, expect, test } from '@jest/globals';
import type { LinkView } from '@followon/shared/contract/links';
import type { Problem } from '@followon/shared/contract/problem';
import type { HandoverRow } from '../support/a-handover.js';
import { aHandover, taskOf } from '../support/a-handover.js';
import { aLink } from '../support/a-link.js';
import { aProgramme } from '../support/a-programme.js';
import { aSite } from '../support/a-site.js';
import type { AccountRow } from '../support/an-account.js';
import { anAccount } from '../support/an-account.js';
import type { TestApi } from '../support/api.js';
import { anApi } from '../support/api.js';
import type { TestDatabase } from '../support/database.js';
import { aDatabase } from '../support/database.js';
import { auditOf, eventsOf } from '../support/events.js';

let database: TestDatabase;
let api: TestApi;
let site: string;
let volunteer: AccountRow;
let lead: AccountRow;
let programme: { readonly id: string };
let handover: HandoverRow;

beforeAll(async () => {
  database = await aDatabase();
  api = await anApi(database);
  site = (await aSite(database)).id;
  volunteer = await anAccount(database, { roles: [{ role: 'volunteer', siteId: site }] });
  lead = await anAccount(database, { roles: [{ role: 'lead', siteId: site }] });
}, 30_000);

beforeEach(async () => {
  const made = await aProgramme(database, { siteId: site, ptvId: volunteer.id });
  programme = made;
  handover = await aHandover(database, made, { volunteerId: volunteer.id });
  await database.query(`update handover_task set due_on = '2099-01-05' where handover_id = $1`, [
    handover.id,
  ]);
});

afterAll(async () => {
  await api?.close();
  await database?.close();
});

const visit = () => taskOf(database, handover.id, 'ptv_visit');
const linkTo = async (over: Partial<Parameters<typeof aLink>[1]> = {}) =>
  (
    await aLink(database, {
      ...{ site, action: 'tick-task', subject: (await visit()).id },
      account: volunteer.id,
      ...over,
    })
  ).token;
const open = (token: string) => api.nobody.post<LinkView & Problem>('/links/open', { token });
const act = (token: string, said: object) =>
  api.nobody.post<LinkView & Problem>('/links/act', { token, ...said });

describe('a link to one task', () => {
  test('shows the task without signing in, and opening it any number of times does nothing', async () => {
    const token = await linkTo();
    for (let n = 0; n < 3; n += 1) {
      const { status, body, headers } = await open(token);
      expect(status).toBe(200);
      expect(headers.getSetCookie()).toEqual([]);
      expect(body).toMatchObject({
        action: 'tick-task',
        state: 'ready',
        subject: { key: 'ptv_visit', dueOn: expect.any(String) as unknown as string },
        choices: ['done', 'cannot', 'pass-on', 'later'],
        undoUntil: null,
      });
      expect(body.asks.length).toBeGreaterThan(0);
    }
    expect((await visit()).state).toBe('open');
  });

  test('ticks, says so when it is used twice, undoes and ticks again', async () => {
    const token = await linkTo();
    const ticked = await act(token, { choice: 'done' });
    expect(ticked.body).toMatchObject({
      state: 'used',
      happened: { what: 'done' },
      choices: ['undo', 'answer'],
    });
    expect(await visit()).toMatchObject({ state: 'done', done_by: volunteer.id });

    const again = await act(token, { choice: 'done' });
    expect(again.status).toBe(410);
    expect(again.body.detail).toMatch(
      /\d{4} at \d\d:\d\d: It was ticked as done. It stays done. Until \d\d:\d\d this link/,
    );
    expect((await open(token)).body).toMatchObject({
      state: 'used',
      undoUntil: expect.any(String) as unknown as string,
    });

    expect((await act(token, { choice: 'undo' })).body).toMatchObject({ state: 'ready', happened: null });
    expect((await visit()).state).toBe('open');
    expect((await act(token, { choice: 'done' })).body.state).toBe('used');
    const told = await eventsOf(database, programme.id);
    expect(told.map(({ name }) => name)).toEqual([
      'handover-task.done.v1',
      'handover-task.reopened.v1',
      'handover-task.done.v1',
    ]);
    expect(told.every(({ actor_id }) => actor_id === volunteer.id)).toBe(true);
    expect(await auditOf(database, (await visit()).id)).toEqual(
      ['done', 'reopened', 'done'].map((what) => `handover-task.${what}`),
    );
  });

  test('has one effect however many use it at the same moment', async () => {
    const token = await linkTo();
    const answers = await Promise.all(Array.from({ length: 100 }, () => act(token, { choice: 'done' })));
    const statuses = answers.map(({ status }) => status);
    expect(statuses.filter((status) => status === 200)).toHaveLength(1);
    expect(statuses.filter((status) => status === 410)).toHaveLength(99);
    expect(await eventsOf(database, programme.id)).toHaveLength(1);
  }, 30_000);

  test('takes answers one at a time after the tick, and the last word counts', async () => {
    const token = await linkTo();
    await act(token, { choice: 'done' });
    const { status } = await act(token, { choice: 'answer', evidence: { on: '2026-04-07' } });
    expect(status).toBe(200);
    const [row] = await database.query<{ evidence: object }>(
      'select evidence from handover_task where id = $1',
      [(await visit()).id],
    );
    expect(row?.evidence).toMatchObject({ on: '2026-04-07' });
  });

  test.each([
    ['cannot', 'cannot'],
    ['pass-on', 'passed-on'],
  ])('%s needs no reason, and can be taken back', async (choice, state) => {
    const token = await linkTo();
    expect((await act(token, { choice })).body).toMatchObject({ state: 'used', choices: ['undo'] });
    expect((await visit()).state).toBe(state);
    expect((await act(token, { choice: 'undo' })).body.state).toBe('ready');
    expect((await visit()).state).toBe('open');
  });

  test('is not used up by putting the task off', async () => {
    const token = await linkTo();
    expect((await act(token, { choice: 'later' })).body.state).toBe('ready');
    expect((await act(token, { choice: 'done' })).status).toBe(200);
  });

  test('leaves alone what somebody else has done meanwhile, and says so', async () => {
    const token = await linkTo();
    await database.query(
      `update handover_task set state = 'done', done_at = now(), done_by = $2 where id = $1`,
      [(await visit()).id, lead.id],
    );
    expect((await act(token, { choice: 'cannot' })).body.state).toBe('no-longer-needed');
    expect(await visit()).toMatchObject({ state: 'done', done_by: lead.id });
  });
});
