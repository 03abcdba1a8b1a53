import { afterAll, beforeAll, describe, expect, test } from '@jest/globals';
import type { AlertView } from '@followon/shared/contract/alerts';
import type { Page } from '@followon/shared/contract/page';
import type { Problem } from '@followon/shared/contract/problem';
import { aGroup } from '../support/a-group.js';
import type { Everyone } from '../support/a-group-and-everyone.js';
import { aGroupAndEveryone } from '../support/a-group-and-everyone.js';
import type { TestApi } from '../support/api.js';
import { anApi } from '../support/api.js';
import type { TestDatabase } from '../support/database.js';
import { aDatabase } from '../support/database.js';

const noSuchId = '00000000-0000-4000-8000-000000000000';
const below60 = { key: 'below-60', usual: 8, recent: [4, 5, 3], meetingIds: [] };
let database: TestDatabase;
let api: TestApi;
let here: Everyone;
let elsewhere: Everyone;

beforeAll(async () => {
  database = await aDatabase();
  api = await anApi(database);
  elsewhere = await aGroupAndEveryone(database, api);
});

afterAll(async () => {
  await api?.close();
  await database?.close();
});

interface Over {
  readonly groupId?: string;
  readonly state?: AlertView['state'];
  readonly cause?: AlertView['cause'];
  readonly openedAt?: string;
}

const anAlert = async ({ siteId, groupId }: Everyone, over: Over = {}): Promise<string> => {
  const { id } = await database.insert<{ id: string }>('alert', {
    site_id: siteId,
    group_id: over.groupId ?? groupId,
    cause: over.cause ?? 'fading',
    state: over.state ?? 'open',
    reasons: JSON.stringify([below60]),
    opened_at: over.openedAt ?? '2026-05-02T10:00:00.123456Z',
    opened_event_id: noSuchId,
  });
  return id;
};

const eventsOf = async (alertId: string) =>
  database.query<{ name: string; payload: Record<string, unknown> }>(
    `select name, payload from event where payload ->> 'alertId' = $1 order by id`,
    [alertId],
  );

beforeAll(async () => {
  here = await aGroupAndEveryone(database, api);
});

describe('the list of alerts', () => {
  let network: Everyone;
  let own: string;
  let other: string;

  beforeAll(async () => {
    network = await aGroupAndEveryone(database, api);
    const otherGroup = await aGroup(database, { siteId: network.siteId, headcounts: [8, 4] });
    own = await anAlert(network);
    other = await anAlert(network, {
      groupId: otherGroup.id,
      cause: 'at-risk',
      openedAt: '2026-06-02T10:00:00Z',
    });
    await anAlert(elsewhere);
  });

  const list = async (
    role: 'volunteer' | 'clinician' | 'lead' | 'site-admin' | 'network-admin',
    query = '',
  ) => (await network.clients[role].get<Page<AlertView>>(`/alerts?${query}`)).body;

  test.each(['clinician', 'lead', 'site-admin', 'network-admin'] as const)(
    'a %s sees those of the site, latest first',
    async (role) => {
      const { items } = await list(role);
      expect(items.map(({ id }) => id)).toEqual([other, own]);
      expect(items.every(({ mayAct }) => mayAct === (role !== 'network-admin'))).toBe(true);
    },
  );

  test('a volunteer sees those of their own group, a contact person none', async () => {
    expect((await list('volunteer')).items.map(({ id }) => id)).toEqual([own]);
    expect((await network.clients.contact.get('/alerts')).status).toBe(404);
  });

  test('numbers stay inside the ring of people with a duty to the group', async () => {
    const [whole] = (await list('clinician')).items;
    expect(whole?.reasons).toEqual([below60]);
    expect(whole?.turnout?.slots.map(({ headcount }) => headcount)).toEqual([8, 4]);
    const [shape] = (await list('network-admin')).items;
    expect(shape?.reasons).toEqual([{ key: 'below-60', meetingIds: [] }]);
    expect(shape?.turnout?.slots.map(({ headcount }) => headcount)).toEqual([null, null]);
  });

  test('is read page by page and narrowed', async () => {
    const first = await list('clinician', 'limit=1');
    const second = await list('clinician', `limit=1&cursor=${first.nextCursor}`);
    expect([first, second].flatMap(({ items }) => items.map(({ id }) => id))).toEqual([other, own]);
    expect(second.nextCursor).toBeNull();
    expect((await list('clinician', `group=${network.groupId}`)).items.map(({ id }) => id)).toEqual([own]);
    expect((await list('clinician', 'state=resolved')).items).toEqual([]);
    expect((await list('clinician', `site=${elsewhere.siteId}`)).items).toEqual([]);
  });

  test('two that opened in the same moment are both on a page', async () => {
    const twins = await aGroupAndEveryone(database, api);
    const ids = [await anAlert(twins), await anAlert(twins, { cause: 'gone-quiet' })];
    const page = (query: string) => twins.clients.clinician.get<Page<AlertView>>(`/alerts?limit=1${query}`);
    const first = (await page('')).body;
    const second = (await page(`&cursor=${first.nextCursor}`)).body;
    expect([first, second].flatMap(({ items }) => items.map(({ id }) => id)).sort()).toEqual([...ids].sort());
  });

  test.each([
    'state=new',
    'cursor=rubbish',
    `cursor=${Buffer.from('[9e99,"x"]').toString('base64url')}`,
    'what=1',
  ])('refuses %s', async (query) =>
    expect((await network.clients.clinician.get(`/alerts?${query}`)).status).toBe(400),
  );
});

describe('acting on an alert', () => {
  const act = (role: keyof Everyone['clients'], id: string, what: string, body: object = {}) =>
    here.clients[role].post<AlertView & Problem>(`/alerts/${id}/${what}`, body);

  test.each(['volunteer', 'clinician', 'lead', 'site-admin'] as const)(
    'a %s takes it on, says what came of it and whether it was of use',
    async (role) => {
      const id = await anAlert(here);
      const taken = await act(role, id, 'acknowledge');
      expect([taken.status, taken.body.state, taken.body.mayAct]).toEqual([200, 'acknowledged', true]);
      expect((await act(role, id, 'acknowledge')).status).toBe(200);
      const done = await act(role, id, 'resolve', { outcome: 'called', useful: 'useful' });
      expect(done.body).toMatchObject({ state: 'resolved', outcome: 'called', mayAct: false });
      expect(await eventsOf(id)).toMatchObject([
        { name: 'alert.acknowledged.v1' },
        {
          name: 'alert.resolved.v1',
          payload: { outcome: 'called', useful: 'useful', groupId: here.groupId },
        },
      ]);
      const audited = await database.query('select what from audit_entry where subject = $1 order by seq', [
        id,
      ]);
      expect(audited).toEqual([{ what: 'alert.acknowledged' }, { what: 'alert.resolved' }]);
    },
  );

  test.each(['contact', 'network-admin'] as const)('is not for a %s', async (role) => {
    const id = await anAlert(here);
    expect((await act(role, id, 'acknowledge')).status).toBe(404);
    expect((await act(role, id, 'resolve', { outcome: 'called' })).status).toBe(404);
    await database.query('delete from alert where id = $1', [id]);
  });

  test('a foreign one does not exist', async () => {
    const id = await anAlert(elsewhere, { cause: 'at-risk' });
    for (const role of ['volunteer', 'clinician', 'lead', 'site-admin'] as const) {
      const foreign = await act(role, id, 'acknowledge');
      expect([foreign.status, foreign.text]).toEqual([404, (await act(role, noSuchId, 'acknowledge')).text]);
    }
  });

  test.each(['withdrawn', 'resolved'] as const)('one that is %s is over', async (state) => {
    const id = await anAlert(here, { state });
    for (const [what, body] of [
      ['acknowledge', {}],
      ['resolve', { outcome: 'called' }],
    ] as const) {
      const { status, body: problem } = await act('clinician', id, what, body);
      expect([status, problem.code]).toEqual([409, 'alert.closed']);
    }
    expect(await eventsOf(id)).toEqual([]);
  });

  test('may be closed without being taken on first', async () => {
    const id = await anAlert(here);
    expect((await act('lead', id, 'resolve', { outcome: 'group-is-fine' })).status).toBe(200);
    expect((await eventsOf(id)).map(({ name }) => name)).toEqual(['alert.resolved.v1']);
  });

  test.each([
    {},
    { outcome: 'gave up' },
    { outcome: 'called', useful: 'very' },
    { outcome: 'called', note: 'x' },
  ])('refuses %j', async (body) => {
    const id = await anAlert(here);
    expect((await act('clinician', id, 'resolve', body)).status).toBe(400);
    await database.query('delete from alert where id = $1', [id]);
  });
});
