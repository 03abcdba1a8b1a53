import { afterAll, beforeAll, beforeEach, describe, expect, test } from '@jest/globals';
import type { LinkAction, LinkView, WishLink } from '@followon/shared/contract/links';
import type { Problem } from '@followon/shared/contract/problem';
import { aGroup } from '../support/a-group.js';
import { aHandover } from '../support/a-handover.js';
import { aLink } from '../support/a-link.js';
import { aProgramme } from '../support/a-programme.js';
import { aSite } from '../support/a-site.js';
import type { AccountRow } from '../support/an-account.js';
import { anAccount } from '../support/an-account.js';
import type { TestApi } from '../support/api.js';
import { anApi } from '../support/api.js';
import type { TestDatabase } from '../support/database.js';
import { aDatabase } from '../support/database.js';
import { eventsOf } from '../support/events.js';

const AT = new Date('2026-11-01T09:00:00Z');

let database: TestDatabase;
let api: TestApi;
let site: string;
let volunteer: AccountRow;
let contact: AccountRow;
let group: string;
let programme: string;

beforeAll(async () => {
  database = await aDatabase();
  api = await anApi(database);
}, 30_000);

beforeEach(async () => {
  site = (await aSite(database)).id;
  volunteer = await anAccount(database, { roles: [{ role: 'volunteer', siteId: site }] });
  contact = await anAccount(database, { roles: [{ role: 'contact', siteId: site }] });
  await database.query(
    `update volunteer set training_until = '2099-01-01', checks_until = '2099-01-01' where site_id = $1`,
    [site],
  );
  group = (await aGroup(database, { siteId: site, headcounts: [] })).id;
  const made = await aProgramme(database, { siteId: site });
  programme = made.id;
  await aHandover(database, made, { groupId: group });
});

afterAll(async () => {
  await api?.close();
  await database?.close();
});

interface Holder {
  readonly account?: string;
  readonly member?: string;
  readonly uses?: null;
}

const link = async (action: LinkAction, subject: string, holder: Holder = {}) =>
  (await aLink(database, { site, action, subject, ...holder })).token;
const open = (token: string) => api.nobody.post<LinkView & Problem>('/links/open', { token });
const act = (token: string, said: object) =>
  api.nobody.post<LinkView & Problem>('/links/act', { token, ...said });
const namesOf = async (stream: string) => (await eventsOf(database, stream)).map(({ name }) => name);
const count = async (sql: string) => (await database.query<{ n: number }>(sql, [programme]))[0]?.n;

describe('a question by link', () => {
  const request = async () =>
    (
      await database.insert<{ id: string }>('volunteer_request', {
        ...{ site_id: site, programme_id: programme, account_id: volunteer.id, part: 'ptv', asked_at: AT },
      })
    ).id;

  test('to stand beside a programme is answered with yes, and what follows from it follows', async () => {
    const id = await request();
    const token = await link('answer-request', id, { account: volunteer.id });
    expect((await open(token)).body).toMatchObject({ state: 'ready', subject: { key: 'ptv' } });
    expect((await act(token, { answer: 'accept' })).body).toMatchObject({
      ...{ state: 'used', happened: { what: 'accept' } },
    });
    const [row] = await database.query<{ ptv_id: string }>('select ptv_id from programme where id = $1', [
      programme,
    ]);
    expect(row?.ptv_id).toBe(volunteer.id);
    expect(
      await count(`select count(*)::int as n from handover_task t join handover h on h.id = t.handover_id
      where h.programme_id = $1 and t.assignee_id is not null`),
    ).toBeGreaterThan(0);
    const again = await act(token, { answer: 'decline' });
    expect(again.status).toBe(410);
    expect(again.body.detail).toMatch(/You said yes/);
  });

  test('knows how many programmes somebody stands beside already', async () => {
    for (let n = 0; n < 3; n += 1) await aProgramme(database, { siteId: site, ptvId: volunteer.id });
    const token = await link('answer-request', await request(), { account: volunteer.id });
    expect(await act(token, { answer: 'accept' })).toMatchObject({
      ...{ status: 409, body: { code: 'volunteer.caseload-reached' } },
    });
    expect((await act(token, { answer: 'decline' })).body.state).toBe('used');
  });

  test('is nobody else’s to answer', async () => {
    const other = await anAccount(database, { roles: [{ role: 'volunteer', siteId: site }] });
    const token = await link('answer-request', await request(), { account: other.id });
    expect((await open(token)).status).toBe(404);
    expect((await act(token, { answer: 'accept' })).status).toBe(404);
  });

  const offer = (to: object) =>
    database.insert<{ id: string }>('role_offer', {
      ...{ site_id: site, group_id: group, kind: 'contact', offered_at: AT, ...to },
    });

  test('to take a role is answered by an account', async () => {
    const { id } = await offer({ account_id: contact.id });
    const token = await link('answer-role', id, { account: contact.id });
    expect((await act(token, { answer: 'accept' })).body.state).toBe('used');
    expect(await namesOf(group)).toEqual(['role.accepted.v1']);
  });

  test('to take a role is answered by a member without an account', async () => {
    const member = await database.insert<{ id: string }>('member', {
      ...{ site_id: site, group_id: group, display_name: 'Jo', joined_on: '2026-03-01' },
    });
    const { id } = await offer({ member_id: member.id });
    const token = await link('answer-role', id, { member: member.id });
    expect((await open(token)).body).toMatchObject({ state: 'ready', subject: { key: 'role-contact' } });
    expect((await open(token)).text).not.toContain('Jo');
    expect((await act(token, { answer: 'accept' })).body.state).toBe('used');
    const held = await database.query('select 1 from group_role where member_id = $1 and until_on is null', [
      member.id,
    ]);
    expect(held).toHaveLength(1);
  });
});

describe('a slip for the hat', () => {
  test('is put in by whoever holds the link, as often as there are people, and leaves no trace of when', async () => {
    const token = await link('say-wish', programme, { uses: null });
    const wish = { interest: 'yes', way: 'online', times: ['tue-evening'], wouldHost: true };
    for (let n = 0; n < 3; n += 1)
      expect((await act(token, wish)).body).toMatchObject({ state: 'ready', happened: null });
    expect(await count('select count(*)::int as n from founding_wish where programme_id = $1')).toBe(3);
    expect(await eventsOf(database, programme)).toEqual([]);
    const [row] = await database.query<{ used_at: unknown }>(
      'select used_at from link where subject_id = $1',
      [programme],
    );
    expect(row?.used_at).toBeNull();
  });

  test('is asked for by a link for the room, with its picture, and it stays the same until the last session', async () => {
    await database.query(`update programme set last_session_on = '2099-03-01' where id = $1`, [programme]);
    const clinician = await api.signedInAs(
      await anAccount(database, { roles: [{ role: 'clinician', siteId: site }] }),
    );
    const made = await clinician.post<WishLink>(`/programmes/${programme}/wish-link`, {});
    expect(made.body).toMatchObject({ expiresAt: '2099-03-02T00:00:00.000Z' });
    expect(made.body.svg).toMatch(/^<svg/);
    expect((await clinician.post<WishLink>(`/programmes/${programme}/wish-link`, {})).body).toEqual(
      made.body,
    );
    const token = made.body.href.split('/l#')[1] ?? '';
    expect((await act(token, { interest: 'maybe' })).status).toBe(200);

    await database.query(
      `update programme set first_session_on = null, last_session_on = '2020-03-01' where id = $1`,
      [programme],
    );
    await database.query('update link set revoked_at = now() where subject_id = $1', [programme]);
    expect((await clinician.post(`/programmes/${programme}/wish-link`, {})).status).toBe(409);
    expect((await act(token, { interest: 'maybe' })).status).toBe(404);
  });

  test.each(['signed-off', 'declined'])(
    'is over when its handover is %s: nothing is kept, no new link is made',
    async (state) => {
      await database.query(`update programme set last_session_on = '2099-03-01' where id = $1`, [programme]);
      const clinician = await api.signedInAs(
        await anAccount(database, { roles: [{ role: 'clinician', siteId: site }] }),
      );
      const made = await clinician.post<WishLink>(`/programmes/${programme}/wish-link`, {});
      const token = made.body.href.split('/l#')[1] ?? '';
      await database.query('update handover set state = $2 where programme_id = $1', [programme, state]);
      expect((await open(token)).body).toMatchObject({ state: 'no-longer-needed', fields: [] });
      expect((await act(token, { interest: 'yes' })).body).toMatchObject({ state: 'no-longer-needed' });
      expect(await count('select count(*)::int as n from founding_wish where programme_id = $1')).toBe(0);
      expect((await clinician.post(`/programmes/${programme}/wish-link`, {})).status).toBe(409);
    },
  );

  test('takes nothing beside the slip', async () => {
    const token = await link('say-wish', programme, { uses: null });
    expect((await act(token, { interest: 'yes', name: 'Jo' })).status).toBe(400);
    expect((await act(token, { interest: 'gladly' })).status).toBe(400);
  });
});
