import { afterAll, beforeAll, beforeEach, describe, expect, test } from '@jest/globals';
import type { LinkView } from '@followon/shared/contract/links';
import type { Problem } from '@followon/shared/contract/problem';
import type { WishesView } from '@followon/shared/contract/wishes';
import { openAddress } from '@followon/shared/db/contacts/seal-address';
import { aGroup } from '../support/a-group.js';
import { aLink } from '../support/a-link.js';
import { aSite } from '../support/a-site.js';
import { anAccount } from '../support/an-account.js';
import type { TestApi } from '../support/api.js';
import { anApi } from '../support/api.js';
import type { TestDatabase } from '../support/database.js';
import { aDatabase } from '../support/database.js';
import { eventsOf } from '../support/events.js';
import { testSecret } from '../support/test-secret.js';

let database: TestDatabase;
let api: TestApi;
let site: string;
let group: string;
let member: string;

beforeAll(async () => {
  database = await aDatabase();
  api = await anApi(database);
}, 30_000);

beforeEach(async () => {
  site = (await aSite(database)).id;
  group = (await aGroup(database, { siteId: site, headcounts: [] })).id;
  const place = { site_id: site, group_id: group, display_name: 'Jo', wants_messages: true };
  member = (await database.insert<{ id: string }>('member', place)).id;
});

afterAll(async () => {
  await api?.close();
  await database?.close();
});

const preferences = async (holder: { account?: string; member?: string } = { member }) =>
  (
    await aLink(database, {
      ...{ site, action: 'preferences', subject: holder.account ?? holder.member ?? '', uses: null },
      ...holder,
    })
  ).token;
const open = (token: string) => api.nobody.post<LinkView & Problem>('/links/open', { token });
const act = (token: string, said: object) =>
  api.nobody.post<LinkView & Problem>('/links/act', { token, ...said });
const siteEvents = async () => (await eventsOf(database, site)).map(({ name }) => name);
const wished = (wishes: WishesView | undefined) =>
  Object.fromEntries((wishes?.purposes ?? []).map(({ purpose, wants }) => [purpose, wants]));

describe('a member without an account and without a role, by link', () => {
  test('reads what they get; opening says nothing and changes nothing', async () => {
    const { status, body } = await open(await preferences());
    expect([status, body.action, body.state]).toEqual([200, 'preferences', 'ready']);
    expect(body.wishes).toMatchObject({ version: 0, format: 'standard', stoppedAt: null, addresses: [] });
    expect(wished(body.wishes)).toMatchObject({ 'meeting-reminder': true, 'missed-you': false });
    expect(await database.query('select * from message_wish where person_id = $1', [member])).toEqual([]);
    expect(await siteEvents()).toEqual([]);
  });

  test('says what, how and when, again and again, and each word is kept once', async () => {
    const token = await preferences();
    const change = { format: 'large-print', language: 'cy', hours: 'mornings', quietWeekdays: [1] };
    const first = await act(token, change);
    expect(first.body.wishes).toMatchObject({ ...change, version: 1 });
    expect((await act(token, change)).body.wishes?.version).toBe(1);
    expect(await siteEvents()).toEqual(['message-wishes.changed.v1']);

    const all = wished(first.body.wishes);
    const none = Object.fromEntries(Object.keys(all).map((purpose) => [purpose, false]));
    await act(token, { purposes: none });
    const [row] = await database.query('select wants_messages from member where id = $1', [member]);
    expect(row).toEqual({ wants_messages: false });
    const optOut = { personId: member, purpose: 'meeting-reminder', channel: 'any', by: 'self' };
    expect((await eventsOf(database, site)).map(({ payload }) => payload)).toContainEqual(
      expect.objectContaining(optOut),
    );
    await act(token, { purposes: { 'meeting-reminder': true } });
    expect((await open(token)).body.wishes?.version).toBe(3);
  });

  test('stops everything with one tap, keeps the rest below it, and starts again', async () => {
    const token = await preferences();
    await act(token, { format: 'paper' });
    const stopped = await act(token, { stopAll: true });
    expect(stopped.body.wishes?.stoppedAt).not.toBeNull();
    const again = await act(token, { stopAll: true });
    expect(again.body.wishes?.stoppedAt).toBe(stopped.body.wishes?.stoppedAt);
    expect((await siteEvents()).filter((name) => name === 'nudge.opted-out.v1')).toHaveLength(1);
    const started = await act(token, { stopAll: false });
    expect(started.body.wishes).toMatchObject({ stoppedAt: null, format: 'paper' });
  });

  test('leaves an address that is sealed, and takes it back', async () => {
    const token = await preferences();
    const kept = await act(token, { address: { channel: 'sms', address: '07700 900123' } });
    expect(kept.body.wishes?.addresses).toMatchObject([{ channel: 'sms', isBroken: false }]);
    expect(kept.text).not.toContain('900123');
    const [point] = await database.query<{ id: string; sealed: Buffer; key_id: string }>(
      'select id, sealed, key_id from contact_point where person_id = $1',
      [member],
    );
    const { id = '', sealed = Buffer.of(), key_id: keyId = '' } = point ?? {};
    expect(openAddress(testSecret, { id, sealed, keyId })).toBe('+447700900123');
    const gone = await act(token, { removeAddress: 'sms' });
    expect(gone.body.wishes?.addresses).toEqual([]);
  });

  test('leaves where letters go, which nobody reads back, and takes it back', async () => {
    const token = await preferences();
    const home = { lines: ['7 Invented Row', 'Avonside'], postcode: 'av12cd' };
    const kept = await act(token, { address: { channel: 'letter', address: home } });
    expect(kept.body.wishes?.addresses).toMatchObject([{ channel: 'letter', isBroken: false }]);
    expect(kept.text).not.toMatch(/invented|av1/i);
    const gone = await act(token, { removeAddress: 'letter' });
    expect(gone.body.wishes?.addresses).toEqual([]);
  });

  test.each([
    [{ pause: { until: '2020-01-01' } }, 'pause.until'],
    [{ quietWeekdays: [1, 2, 3, 4, 5] }, 'quietWeekdays'],
    [{ purposes: { nonsense: true } }, 'purposes.nonsense'],
    [{ address: { channel: 'sms', address: 'call me' } }, 'address.address'],
    [
      { address: { channel: 'letter', address: { lines: ['1 Row'], postcode: '?' } } },
      'address.address.postcode',
    ],
    [
      { address: { channel: 'letter', address: { lines: [], postcode: 'AV1 2CD' } } },
      'address.address.lines',
    ],
    [{ address: { channel: 'letter', address: '1 Row, AV1 2CD' } }, 'address.address'],
    [{ format: 'shouting' }, 'format'],
  ])('is told kindly why %j cannot be', async (change, path) => {
    const { status, body } = await act(await preferences(), change);
    expect([status, body.errors?.[0]?.path]).toEqual([400, path]);
    expect(await siteEvents()).toEqual([]);
  });
});

test('a person is one in all their roles: what they say signed in, their link knows', async () => {
  const account = await anAccount(database, { roles: [{ role: 'contact', siteId: site }] });
  const client = await api.signedInAs(account);
  const before = await client.get<WishesView>('/wishes');
  expect([before.status, before.headers.get('etag')]).toEqual([200, '"0"']);
  expect(wished(before.body)).toMatchObject({ 'meeting-report': true });
  expect((await client.put('/wishes', { badDay: true })).status).toBe(428);
  const saved = await client.put<WishesView>('/wishes', { badDay: true }, { 'If-Match': '"0"' });
  expect([saved.status, saved.body.badUntil]).toEqual([200, saved.body.today]);
  expect((await client.put('/wishes', { badDay: false }, { 'If-Match': '"0"' })).status).toBe(412);
  const home = { lines: ['7 Invented Row'], postcode: 'AV1 2CD' };
  const toHome = { address: { channel: 'letter', address: home } };
  const kept = await client.put<WishesView>('/wishes', toHome, { 'If-Match': '"1"' });
  expect(kept.body.addresses).toMatchObject([{ channel: 'letter' }]);
  expect(kept.text).not.toContain('Invented');
  expect((await open(await preferences({ account: account.id }))).body.wishes?.badUntil).toBe(
    saved.body.today,
  );
});
