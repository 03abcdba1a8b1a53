import { randomUUID } from 'node:crypto';
import { afterAll, beforeAll, beforeEach, describe, expect, test } from '@jest/globals';
import type { LinkView } from '@followon/shared/contract/links';
import { addressHash, sealAddress } from '@followon/shared/db/contacts/seal-address';
import { aLink } from '../support/a-link.js';
import { anAccount } from '../support/an-account.js';
import type { TestApi } from '../support/api.js';
import { anApi } from '../support/api.js';
import type { TestDatabase } from '../support/database.js';
import { aDatabase } from '../support/database.js';
import { testSecret } from '../support/test-secret.js';
import type { TwoGroups } from '../support/two-groups.js';
import { twoGroups } from '../support/two-groups.js';

const EARLIER = new Date('2026-03-02T10:00:00Z');
const LATER = new Date('2026-03-20T10:00:00Z');
let database: TestDatabase;
let api: TestApi;
let two: TwoGroups;
let robin: string;

beforeAll(async () => {
  database = await aDatabase();
  api = await anApi(database);
}, 30_000);
beforeEach(async () => {
  two = await twoGroups(database, api);
  robin = await aMember(two.from.id);
});
afterAll(async () => {
  await api?.close();
  await database?.close();
});

const REFERENCE = Buffer.alloc(32, 7);
async function aMember(group_id: string, told: object = {}): Promise<string> {
  const member = { site_id: two.siteId, group_id, display_name: 'Robin', reference_hash: REFERENCE, ...told };
  return (await database.insert<{ id: string }>('member', member)).id;
}
const member = (id: string) => ({ person_id: id, person_kind: 'member', member_id: id });
const account = (id: string) => ({ person_id: id, person_kind: 'account', account_id: id });
const wish = (person: object, said: object, at = EARLIER) =>
  database.insert('message_wish', { ...person, ...said, updated_at: at });
const word = (person: object, wants: boolean, said: object = {}) =>
  database.insert('message_consent', {
    ...{ ...person, channel: 'sms', purpose: 'all', wants, said_at: EARLIER, said_by: 'self', ...said },
  });
async function aPhone(person: object, address: string): Promise<string> {
  const id = randomUUID();
  const { sealed, keyId, addressHash: hash } = sealAddress(testSecret, { id, channel: 'sms', address });
  const point = { id, channel: 'sms', sealed, key_id: keyId, address_hash: hash, added_at: EARLIER };
  return (await database.insert<{ id: string }>('contact_point', { ...person, ...point })).id;
}
const one = async <T extends object>(sql: string, id: string) => (await database.query<T>(sql, [id]))[0];
const wishOf = (id: string) =>
  one<object>(
    'select language, format, hours, quiet_weekdays as days, stopped_at is not null as stopped, stopped_by as by from message_wish where person_id = $1',
    id,
  );
const wordOf = (id: string) =>
  one<object>('select wants, said_by as by from message_consent where person_id = $1', id);
const phonesOf = async (id: string) =>
  (
    await database.query<{ id: string }>(
      'select id from contact_point where person_id = $1 and removed_at is null',
      [id],
    )
  ).map((point) => point.id);
const there = async (): Promise<string> =>
  (await one<{ id: string }>(`select id from member where group_id = $1`, two.into.id))?.id ?? '';
const undo = async (merge: string) =>
  expect((await two.from.client.post(`/group-merges/${merge}/undo`, {})).status).toBe(200);
const aLinkOf = (id: string) =>
  aLink(database, { site: two.siteId, action: 'preferences', subject: id, uses: null, member: id });

describe('what a person said is theirs in the joint group, whoever they are there', () => {
  test('a stop and a no of somebody who signs in there', async () => {
    const { id } = await anAccount(database, { roles: [{ role: 'volunteer', siteId: two.siteId }] });
    await aMember(two.into.id, { account_id: id });
    await wish(member(robin), { stopped_at: EARLIER, stopped_by: 'self' });
    await word(member(robin), false);
    await two.merge();
    expect(await wishOf(id)).toMatchObject({ stopped: true, by: 'self' });
    expect(await wordOf(id)).toEqual({ wants: false, by: 'self' });
  });

  test('needs go along where nothing was said there, and what was said there stays', async () => {
    const other = await aMember(two.into.id);
    await wish(member(robin), {
      ...{ format: 'easy-read', language: 'cy', hours: 'afternoons', quiet_weekdays: [2] },
    });
    await wish(member(other), { hours: 'mornings' }, LATER);
    await two.merge();
    expect(await wishOf(other)).toMatchObject({
      ...{ format: 'easy-read', language: 'cy', hours: 'mornings', days: [2] },
    });
  });

  test('of a yes and a no at one moment the no counts, and one’s own no stays one’s own', async () => {
    const other = await aMember(two.into.id);
    await word(member(robin), false);
    await word(member(other), true);
    await two.merge();
    expect(await wordOf(other)).toEqual({ wants: false, by: 'self' });
  });

  test('a no that was written down later does not make their own no somebody else’s', async () => {
    const other = await aMember(two.into.id);
    await word(member(robin), false, { said_by: 'contact', said_at: LATER });
    await word(member(other), false, { said_by: 'reply' });
    await two.merge();
    expect(await wordOf(other)).toEqual({ wants: false, by: 'reply' });
  });
});

describe('an address goes along', () => {
  test('and goes back when the groups part', async () => {
    const phone = await aPhone(member(robin), '07700 900101');
    const merge = await two.merge();
    expect(await phonesOf(await there())).toEqual([phone]);
    await undo(merge);
    expect(await phonesOf(robin)).toEqual([phone]);
  });

  test('unless there is one; then a text from the old one is still theirs', async () => {
    const other = await aMember(two.into.id);
    const old = await aPhone(member(robin), '07700 900102');
    const kept = await aPhone(member(other), '07700 900103');
    await two.merge();
    expect([await phonesOf(other), await phonesOf(robin)]).toEqual([[kept], [old]]);
    const found = await database.query('select person_id from persons_at($1)', [
      addressHash(testSecret, 'sms', '07700 900102'),
    ]);
    expect(found).toEqual([{ person_id: other }]);
  });
});

describe('a link of before the merge', () => {
  test('stops everything for who they are now, and shows how that stands', async () => {
    const { token } = await aLinkOf(robin);
    const merge = await two.merge();
    expect((await api.nobody.post('/links/act', { token, stopAll: true })).status).toBe(200);
    expect(await wishOf(await there())).toMatchObject({ stopped: true, by: 'self' });
    expect(await wishOf(robin)).toBeUndefined();
    const { body } = await api.nobody.post<LinkView>('/links/open', { token });
    expect(body.wishes?.stoppedAt).not.toBeNull();
    await undo(merge);
    expect(await wishOf(robin)).toMatchObject({ stopped: true });
    expect((await api.nobody.post('/links/act', { token, stopAll: false })).status).toBe(200);
    expect(await wishOf(robin)).toMatchObject({ stopped: false });
  });

  test('reaches the account of whoever signs in there', async () => {
    const { id } = await anAccount(database, { roles: [{ role: 'volunteer', siteId: two.siteId }] });
    await aMember(two.into.id, { account_id: id });
    await wish(account(id), { format: 'large-print' });
    const { token } = await aLinkOf(robin);
    await two.merge();
    expect((await api.nobody.post('/links/act', { token, stopAll: true })).status).toBe(200);
    expect(await wishOf(id)).toMatchObject({ stopped: true, format: 'large-print' });
  });
});
