import { afterAll, beforeAll, beforeEach, describe, expect, test } from '@jest/globals';
import type { MemberWishesView } from '@followon/shared/contract/member-wishes';
import type { Problem } from '@followon/shared/contract/problem';
import type { AccessNeeds } from '@followon/shared/contract/wishes';
import { openAddress } from '@followon/shared/db/contacts/seal-address';
import { aGroup } from '../support/a-group.js';
import { aLink } from '../support/a-link.js';
import { aSite } from '../support/a-site.js';
import type { AccountRow } from '../support/an-account.js';
import { anAccount } from '../support/an-account.js';
import type { Client, TestApi } from '../support/api.js';
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
let contact: AccountRow;
let client: Client;

beforeAll(async () => {
  database = await aDatabase();
  api = await anApi(database);
}, 30_000);

beforeEach(async () => {
  site = (await aSite(database)).id;
  group = (await aGroup(database, { siteId: site, headcounts: [] })).id;
  member = await aMember();
  [contact, client] = await aContactOf(group);
});

afterAll(async () => {
  await api?.close();
  await database?.close();
});

async function aMember(told: object = {}): Promise<string> {
  const place = { site_id: site, group_id: group, display_name: 'Jo', ...told };
  return (await database.insert<{ id: string }>('member', place)).id;
}
async function aContactOf(groupId: string): Promise<[AccountRow, Client]> {
  const account = await anAccount(database, { roles: [{ role: 'contact', siteId: site }] });
  const role = { site_id: site, group_id: groupId, kind: 'contact', account_id: account.id };
  await database.insert('group_role', { ...role, from_on: '2026-03-01' });
  return [account, await api.signedInAs(account)];
}

const path = (of = member) => `/groups/${group}/members/${of}/wishes`;
const read = (of = member) => client.get<MemberWishesView & Problem>(path(of));
const write = (change: object, version = 0, of = member) =>
  client.put<MemberWishesView & Problem>(path(of), change, { 'If-Match': `"${version}"` });
async function byLink(said: object) {
  const link = { site, action: 'preferences', subject: member, uses: null, member } as const;
  const { token } = await aLink(database, link);
  return api.nobody.post('/links/act', { token, ...said });
}
const home = { lines: ['7 Invented Row', 'Avonside'], postcode: 'av12cd' };
const toHome = { address: { channel: 'letter', address: home } };

describe('a contact person writes down what a member said', () => {
  test('what, how and when, each word once, and the list of the group follows', async () => {
    const { status, body, headers } = await read();
    expect([status, headers.get('etag'), body.member.displayName, body.closed]).toEqual([
      200,
      '"0"',
      'Jo',
      null,
    ]);
    const change = { format: 'easy-read', hours: 'mornings', purposes: { 'meeting-reminder': true } };
    const first = await write(change);
    expect(first.body).toMatchObject({ version: 1, wishes: { format: 'easy-read', hours: 'mornings' } });
    expect((await write(change, 1)).body.version).toBe(1);
    const [row] = await database.query('select wants_messages from member where id = $1', [member]);
    expect(row).toEqual({ wants_messages: true });
    const consents = await database.query(
      'select distinct said_by from message_consent where person_id = $1',
      [member],
    );
    expect(consents).toEqual([{ said_by: 'contact' }]);
    const admin = await anAccount(database, { roles: [{ role: 'site-admin', siteId: site }] });
    const needs = await (await api.signedInAs(admin)).get<AccessNeeds>(`/wishes/needs?site=${site}`);
    expect(needs.body.formats).toContainEqual({ format: 'easy-read', people: 1 });
    expect(needs.text).not.toContain(member);
  });

  test('where letters go: sealed, read back to nobody, in no fact and in no note of who wrote it', async () => {
    const kept = await write(toHome);
    expect(kept.body.wishes?.addresses).toMatchObject([{ channel: 'letter' }]);
    const [point] = await database.query<{ id: string; sealed: Buffer; key_id: string }>(
      'select * from contact_point where person_id = $1',
      [member],
    );
    const { id = '', sealed = Buffer.of(), key_id: keyId = '' } = point ?? {};
    expect(openAddress(testSecret, { id, sealed, keyId })).toBe('7 Invented Row\nAvonside\nAV1 2CD');
    const notes = await database.query<{ what: string; who: string }>(
      'select * from audit_entry where subject = $1 order by seq',
      [member],
    );
    expect(notes.at(-1)).toMatchObject({ what: 'wishes.changed.contact', who: contact.id });
    const everything = JSON.stringify([point, notes, await eventsOf(database, site), (await read()).body]);
    expect(everything).not.toMatch(/invented|av1/i);
    expect((await write({ removeAddress: 'letter' }, 1)).body.wishes?.addresses).toEqual([]);
  });

  test.each([
    [{ lines: ['7 Invented Row'], postcode: 'Avonside' }, 'address.address.postcode'],
    [{ lines: ['7 Row\u202e'], postcode: 'AV1 2CD' }, 'address.address.lines.0'],
    [{ lines: ['1', '2', '3', '4', '5', '6'], postcode: 'AV1 2CD' }, 'address.address.lines'],
  ])('and is told kindly why %j cannot be an address', async (address, where) => {
    const { status, body } = await write({ address: { channel: 'letter', address } });
    expect([status, body.errors?.[0]?.path]).toEqual([400, where]);
  });

  test('in turn with the member: what somebody else changed meanwhile is not written over', async () => {
    expect((await client.put(path(), { badDay: true })).status).toBe(428);
    await byLink({ format: 'large-print' });
    expect((await write({ hours: 'mornings' })).status).toBe(412);
    expect((await write({ hours: 'mornings' }, 1)).body.wishes).toMatchObject({
      ...{ format: 'large-print', hours: 'mornings' },
    });
  });

  test('undoes a stop they wrote down, and never one of the member’s own', async () => {
    await write({ stopAll: true });
    expect((await write({ stopAll: false }, 1)).body.wishes?.stoppedAt).toBeNull();
    await write({ stopAll: true }, 2);
    await byLink({ stopAll: true });
    expect((await read()).body).toMatchObject({ own: { stopped: true }, version: 4 });
    const refused = await write({ stopAll: false }, 4);
    expect([refused.status, refused.body.code]).toEqual([409, 'wishes.theirs']);
    expect((await byLink({ stopAll: false })).status).toBe(200);
    expect((await read()).body).toMatchObject({ own: { stopped: false }, wishes: { stoppedAt: null } });
  });
});

describe('what is not a contact person’s to write is not told either', () => {
  const isClosed = async (why: string, of = member) => {
    expect((await read(of)).body).toMatchObject({ closed: why, wishes: null, version: 0 });
    expect((await write(toHome, 0, of)).body.code).toBe(`wishes.${why}`);
    expect(await database.query('select * from contact_point where person_id = $1', [of])).toEqual([]);
  };

  test('of somebody who signs in: their address would turn the messages of all their roles', async () => {
    const account = await anAccount(database, { roles: [{ role: 'clinician', siteId: site }] });
    await isClosed('signs-in', await aMember({ account_id: account.id }));
  });

  test('of themselves, who have a page for it', async () => {
    await isClosed('own', await aMember({ account_id: contact.id }));
  });

  test('while the group has switched all messages off', async () => {
    await database.query('update follow_on_group set messages_off = true where id = $1', [group]);
    await isClosed('messages-off');
  });

  test('of somebody who left, or of another group', async () => {
    const left = await aMember({ left_on: '2026-05-01' });
    const other = (await aGroup(database, { siteId: site, headcounts: [] })).id;
    const elsewhere = await aMember({ group_id: other });
    for (const one of [left, elsewhere]) {
      expect((await read(one)).status).toBe(404);
      expect((await write(toHome, 0, one)).status).toBe(404);
    }
  });

  test('by the contact person of another group, a clinician, an administrator or a lead', async () => {
    const other = (await aGroup(database, { siteId: site, headcounts: [] })).id;
    const [, stranger] = await aContactOf(other);
    const roles = ['clinician', 'lead', 'site-admin', 'volunteer'] as const;
    const accounts = roles.map((role) => anAccount(database, { roles: [{ role, siteId: site }] }));
    const staff = (await Promise.all(accounts)).map((account) => api.signedInAs(account));
    for (const somebody of [stranger, ...(await Promise.all(staff))]) {
      expect((await somebody.get(path())).status).toBe(404);
      expect((await somebody.put(path(), toHome, { 'If-Match': '"0"' })).status).toBe(404);
    }
    expect((await api.nobody.get(path())).status).toBe(401);
  });
});
