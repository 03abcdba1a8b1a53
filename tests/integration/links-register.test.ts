import { afterAll, beforeAll, beforeEach, describe, expect, test } from '@jest/globals';
import type { LinkView } from '@followon/shared/contract/links';
import type { Problem } from '@followon/shared/contract/problem';
import { aGroup } from '../support/a-group.js';
import { aLink } from '../support/a-link.js';
import { aSite } from '../support/a-site.js';
import type { AccountRow } from '../support/an-account.js';
import { anAccount } from '../support/an-account.js';
import type { TestApi } from '../support/api.js';
import { anApi } from '../support/api.js';
import type { TestDatabase } from '../support/database.js';
import { aDatabase } from '../support/database.js';
import { eventsOf } from '../support/events.js';

const yesterday = new Date(Date.now() - 86_400_000).toISOString().slice(0, 10);

let database: TestDatabase;
let api: TestApi;
let site: string;
let contact: AccountRow;
let group: string;
let meeting: string;

beforeAll(async () => {
  database = await aDatabase();
  api = await anApi(database);
}, 30_000);

beforeEach(async () => {
  site = (await aSite(database)).id;
  contact = await anAccount(database, { roles: [{ role: 'contact', siteId: site }] });
  group = (await aGroup(database, { siteId: site, headcounts: [] })).id;
});

afterAll(async () => {
  await api?.close();
  await database?.close();
});

const link = async (holder: { readonly account?: string; readonly member?: string }) =>
  (await aLink(database, { site, action: 'record-register', subject: meeting, uses: null, ...holder })).token;
const open = (token: string) => api.nobody.post<LinkView & Problem>('/links/open', { token });
const act = (token: string, said: object) =>
  api.nobody.post<LinkView & Problem>('/links/act', { token, ...said });
const namesOf = async (stream: string) => (await eventsOf(database, stream)).map(({ name }) => name);

describe('a register by link', () => {
  const stored = async () =>
    (
      await database.query<{ outcome: string; headcount: number | null; recorded_by: string | null }>(
        'select outcome, headcount, newcomers, reason, recorded_by from meeting where id = $1',
        [meeting],
      )
    )[0];

  beforeEach(async () => {
    const date = { site_id: site, group_id: group, held_on: yesterday, outcome: 'planned' };
    meeting = (await database.insert<{ id: string }>('meeting', date)).id;
  });

  const asContact = async () => {
    const role = { site_id: site, group_id: group, kind: 'contact', account_id: contact.id };
    await database.insert('group_role', { ...role, from_on: '2026-03-01' });
    return link({ account: contact.id });
  };

  test('is written by the group’s contact person, and mended by the same link', async () => {
    const token = await asContact();
    expect((await open(token)).body).toMatchObject({
      ...{ state: 'ready', choices: ['held', 'not-held'], happened: null },
      subject: { on: yesterday },
    });
    const held = { state: 'held', headcount: 7, newcomers: 1 };
    expect((await act(token, held)).body.happened).toMatchObject({ what: 'held', count: 7 });
    expect((await act(token, held)).status).toBe(200);
    expect(await namesOf(group)).toEqual(['meeting.held.v1']);
    expect(await stored()).toMatchObject({
      ...{ outcome: 'held', headcount: 7, newcomers: 1, recorded_by: contact.id },
    });

    expect((await act(token, { ...held, headcount: 8 })).body.happened?.count).toBe(8);
    expect((await act(token, { state: 'not-held', reason: 'weather' })).body.happened?.what).toBe('not-held');
    expect(await namesOf(group)).toEqual([
      'meeting.held.v1',
      'register.corrected.v1',
      'register.corrected.v1',
    ]);
  });

  test('is written by a host who has no account', async () => {
    const member = await database.insert<{ id: string }>('member', {
      ...{ site_id: site, group_id: group, display_name: 'Jo', joined_on: '2026-03-01' },
    });
    const role = { site_id: site, group_id: group, kind: 'host', member_id: member.id };
    const { id } = await database.insert<{ id: string }>('group_role', { ...role, from_on: '2026-03-01' });
    const token = await link({ member: member.id });
    expect((await act(token, { state: 'held', headcount: 5 })).status).toBe(200);
    expect(await stored()).toMatchObject({ headcount: 5, recorded_by: null });

    await database.query('update group_role set until_on = current_date where id = $1', [id]);
    expect((await open(token)).status).toBe(404);
  });

  test('takes no marks, and says which number does not fit', async () => {
    const token = await asContact();
    const marks = await act(token, { state: 'held', headcount: 5, marks: [] });
    expect(marks.status).toBe(400);
    const fewer = await act(token, { state: 'held', headcount: 2, newcomers: 3 });
    expect(fewer.body.errors?.[0]).toMatchObject({ path: 'newcomers' });
    expect((await stored())?.outcome).toBe('planned');
  });
});
