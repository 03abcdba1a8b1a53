import { afterAll, beforeAll, expect, test } from '@jest/globals';
import type { LinkView } from '@followon/shared/contract/links';
import { aGroup } from '../support/a-group.js';
import { aLink } from '../support/a-link.js';
import { aNudge } from '../support/a-nudge.js';
import { aSite } from '../support/a-site.js';
import type { TestApi } from '../support/api.js';
import { anApi } from '../support/api.js';
import type { TestDatabase } from '../support/database.js';
import { aDatabase } from '../support/database.js';
import { eventsOf } from '../support/events.js';

const DAY_MS = 86_400_000;
let database: TestDatabase;
let api: TestApi;
let site: string;
let group: string;
let member: string;

beforeAll(async () => {
  database = await aDatabase();
  api = await anApi(database);
  site = (await aSite(database)).id;
  group = (await aGroup(database, { siteId: site, headcounts: [] })).id;
  const place = { site_id: site, group_id: group, display_name: 'Jo', wants_messages: true };
  member = (await database.insert<{ id: string }>('member', place)).id;
}, 30_000);

afterAll(async () => {
  await api?.close();
  await database?.close();
});

const open = (token: string) => api.nobody.post<LinkView>('/links/open', { token });
const act = (token: string, said: object) => api.nobody.post<LinkView>('/links/act', { token, ...said });
const siteEvents = async () => (await eventsOf(database, site)).map(({ name }) => name);

test('100 presses of a mail program’s button at once stop one purpose once, and look like a press for nobody', async () => {
  const person = { kind: 'member', id: member } as const;
  const nudge = await aNudge(database, {
    siteId: site,
    groupId: group,
    key: 'meeting_reminder',
    audience: 'member',
    person,
  });
  const ways = { site, action: 'stop', subject: nudge.id, member, uses: null } as const;
  const { id, token } = await aLink(database, ways);
  await database.query('update link set nudge_id = $2 where id = $1', [id, nudge.id]);
  const press = async (secret: string) => {
    const form = { method: 'POST', body: new URLSearchParams({ 'List-Unsubscribe': 'One-Click' }) };
    const answer = await fetch(`${api.url}/api/unsubscribe/${secret}`, form);
    return [answer.status, await answer.text()];
  };
  const answers = await Promise.all(Array.from({ length: 100 }, () => press(token)));
  const nobodys = await press('A'.repeat(43));
  expect(new Set(answers.map(String))).toEqual(new Set([String(nobodys)]));
  expect(nobodys[0]).toBe(200);
  expect(await siteEvents()).toEqual(['message-wishes.changed.v1', 'nudge.opted-out.v1']);

  const led = await fetch(`${api.url}/api/unsubscribe/${token}`, { redirect: 'manual' });
  expect([led.status, led.headers.get('location')]).toEqual([303, `/l#${token}`]);
  expect(await siteEvents()).toHaveLength(2);

  const opened = await open(token);
  expect(opened.body).toMatchObject({ action: 'stop', happened: { what: 'stop' }, subject: { about: null } });
  expect(opened.body.choices).toEqual(['undo', 'stop-all', 'pause']);
  for (let times = 0; times < 2; times += 1) expect((await act(token, { choice: 'stop' })).status).toBe(200);
  expect((await act(token, { choice: 'undo' })).body.happened).toBeNull();
  await database.query('update link set expires_at = $2 where id = $1', [id, new Date(Date.now() - DAY_MS)]);
  expect((await press(token)).toString()).toBe(nobodys.toString());
});
