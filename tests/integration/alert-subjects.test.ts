import { afterAll, beforeAll, expect, test } from '@jest/globals';
import type { AlertDetail, AlertPolicyView, AlertView } from '@followon/shared/contract/alerts';
import type { Page } from '@followon/shared/contract/page';
import type { Everyone } from '../support/a-group-and-everyone.js';
import { aGroupAndEveryone } from '../support/a-group-and-everyone.js';
import { aProgramme } from '../support/a-programme.js';
import type { TestApi } from '../support/api.js';
import { anApi } from '../support/api.js';
import type { TestDatabase } from '../support/database.js';
import { aDatabase } from '../support/database.js';

let database: TestDatabase;
let api: TestApi;
let here: Everyone;

type Role = keyof Everyone['clients'];
const detail = (role: Role, id: string) => here.clients[role].get<AlertDetail>(`/alerts/${id}`);
const act = (role: Role, what: string, body: object, id: string) =>
  here.clients[role].post<AlertView>(`/alerts/${id}/${what}`, body);

beforeAll(async () => {
  database = await aDatabase();
  api = await anApi(database);
  here = await aGroupAndEveryone(database, api);
}, 30_000);

afterAll(async () => {
  await api?.close();
  await database?.close();
});

test('a programme without a group is on the list of its people, and acted on', async () => {
  const programme = await aProgramme(database, { siteId: here.siteId, ptvId: here.accounts.volunteer.id });
  const { id } = await database.insert<{ id: string }>('alert', {
    ...{
      site_id: here.siteId,
      programme_id: programme.id,
      cause: 'no-ptv',
      reasons: '[]',
      stage: 'site-admin',
    },
    ...{ opened_at: new Date(), opened_event_id: programme.id },
  });
  const list = async (role: Role, query: string) =>
    (await here.clients[role].get<Page<AlertView>>(`/alerts?${query}`)).body.items.map((one) => one.id);
  for (const query of ['cause=no-ptv', `programme=${programme.id}`, 'needsYou=true', `site=${here.siteId}`])
    for (const role of ['clinician', 'volunteer', 'site-admin', 'network-admin'] as const)
      expect(await list(role, query)).toContain(id);
  expect((await detail('clinician', id)).body).toMatchObject({ programmeId: programme.id, nextStage: null });
  expect((await act('volunteer', 'acknowledge', {}, id)).body.state).toBe('acknowledged');
  const [said] = await database.query(
    `select stream_id, stream_kind from event where payload ->> 'alertId' = $1`,
    [id],
  );
  expect(said).toEqual({ stream_id: programme.id, stream_kind: 'programme' });
});

test('how a site hears of alerts is saved by its administrator, one version after the other', async () => {
  const path = `/alert-policy?site=${here.siteId}`;
  const { body, headers } = await here.clients.clinician.get<AlertPolicyView>(path);
  expect(headers.get('etag')).toBe('"0"');
  expect(body).toMatchObject({ terms: { groupFirstDays: 0, adminAfterDays: 5 }, mayChange: false });
  const save = (role: Role, version: number, terms: object = { groupFirstDays: 3, adminAfterDays: 8 }) =>
    here.clients[role].put<AlertPolicyView>(
      '/alert-policy',
      { siteId: here.siteId, terms },
      { 'If-Match': `"${version}"` },
    );
  const saved = await save('site-admin', 0);
  expect([saved.status, saved.body.version, saved.body.terms.groupFirstDays]).toEqual([200, 1, 3]);
  expect((await save('site-admin', 0)).status).toBe(412);
  expect((await save('site-admin', 1, { groupFirstDays: 21, adminAfterDays: 5 })).status).toBe(400);
  expect((await save('lead', 1)).status).toBe(404);
});
