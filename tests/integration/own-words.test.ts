import { afterAll, beforeAll, beforeEach, expect, test } from '@jest/globals';
import type { MemberWishesView } from '@followon/shared/contract/member-wishes';
import type { Problem } from '@followon/shared/contract/problem';
import { addDays } from '@followon/shared/rules/calendar/civil-date';
import { aGroup } from '../support/a-group.js';
import { giveRole } from '../support/a-group-and-everyone.js';
import { aLink } from '../support/a-link.js';
import { aSite } from '../support/a-site.js';
import { anAccount } from '../support/an-account.js';
import type { Client, TestApi } from '../support/api.js';
import { anApi } from '../support/api.js';
import type { TestDatabase } from '../support/database.js';
import { aDatabase } from '../support/database.js';

let database: TestDatabase;
let api: TestApi;
let site: string;
let group: string;
let member: string;
let client: Client;

beforeAll(async () => {
  database = await aDatabase();
  api = await anApi(database);
}, 30_000);
beforeEach(async () => {
  site = (await aSite(database)).id;
  group = (await aGroup(database, { siteId: site, headcounts: [] })).id;
  const place = { site_id: site, group_id: group, display_name: 'Jo' };
  member = (await database.insert<{ id: string }>('member', place)).id;
  const account = await anAccount(database, { roles: [{ role: 'contact', siteId: site }] });
  await giveRole(database, { siteId: site, groupId: group, kind: 'contact', accountId: account.id });
  client = await api.signedInAs(account);
});
afterAll(async () => {
  await api?.close();
  await database?.close();
});

const path = () => `/groups/${group}/members/${member}/wishes`;
const read = async () => (await client.get<MemberWishesView>(path())).body;
async function write(change: object) {
  const { version } = await read();
  const { status, body } = await client.put<MemberWishesView & Problem>(path(), change, {
    'If-Match': `"${version}"`,
  });
  return status === 200 ? 'kept' : body.code;
}
async function byLink(said: object) {
  const link = { site, action: 'preferences', subject: member, uses: null, member } as const;
  const { token } = await aLink(database, link);
  expect((await api.nobody.post('/links/act', { token, ...said })).status).toBe(200);
}
const texted = (said_by: string) =>
  database.insert('message_consent', {
    ...{ person_id: member, person_kind: 'member', member_id: member, channel: 'sms', purpose: 'all' },
    ...{ wants: false, said_at: new Date(), said_by },
  });

test('a STOP by text is the member’s own, and only they start texts again', async () => {
  await texted('reply');
  expect((await read()).own.channels).toEqual(['sms']);
  expect(await write({ channels: { sms: true } })).toBe('wishes.theirs');
  expect(await write({ channels: { letter: false }, hours: 'mornings' })).toBe('kept');
  await byLink({ channels: { sms: true } });
  expect((await read()).own.channels).toEqual([]);
});

test('a no that a contact person wrote down is theirs to take back', async () => {
  await texted('contact');
  expect((await read()).own.channels).toEqual([]);
  expect(await write({ channels: { sms: true } })).toBe('kept');
});

test('a no of their own is not undone on either page of the contact person', async () => {
  await byLink({ purposes: { 'meeting-reminder': false } });
  expect((await read()).own.purposes).toEqual(['meeting-reminder']);
  expect(await write({ purposes: { 'meeting-reminder': true } })).toBe('wishes.theirs');
  const preferences = `/groups/${group}/members/${member}/preferences`;
  const listed = await client.put<Problem>(preferences, { wantsMessages: true });
  expect([listed.status, listed.body.code]).toEqual([409, 'wishes.theirs']);
  expect(await write({ purposes: { 'meeting-reminder': false, thanks: false } })).toBe('kept');
});

test('a pause of their own can be made longer for them, and not shorter', async () => {
  await byLink({ pause: { weeks: 4 } });
  const { own, wishes } = await read();
  expect(own.paused).toBe(true);
  for (const change of [{ pause: null }, { pause: { weeks: 2 } }, { startAgain: true }])
    expect(await write(change)).toBe('wishes.theirs');
  expect(await write({ pause: { weeks: 8 } })).toBe('kept');
  const after = await read();
  expect([after.own.paused, after.wishes?.pausedUntil]).toEqual([true, addDays(wishes?.today ?? '', 56)]);
});

test('a pause that was written down can be ended by whoever wrote it', async () => {
  expect(await write({ pause: { weeks: 4 } })).toBe('kept');
  expect((await read()).own.paused).toBe(false);
  expect(await write({ pause: null })).toBe('kept');
});

test('nobody reads of a bad day of somebody else, and it stays; one they wrote down they see', async () => {
  const holds = async () => {
    const rows = await database.query(
      'select bad_until is not null as bad from message_wish where person_id = $1',
      [member],
    );
    return rows[0];
  };
  expect(await write({ badDay: true })).toBe('kept');
  expect((await read()).wishes?.badUntil).not.toBeNull();
  expect(await write({ badDay: false })).toBe('kept');
  await byLink({ badDay: true });
  expect((await read()).wishes?.badUntil).toBeNull();
  expect(await write({ badDay: false })).toBe('kept');
  expect(await holds()).toEqual({ bad: true });
});

test('the ledger tells a stop that was written down from one of their own', async () => {
  await write({ stopAll: true });
  await byLink({ stopAll: true });
  await byLink({ stopAll: false });
  await byLink({ stopAll: true });
  const told = await database.query(
    `select payload ->> 'by' as by from event where site_id = $1 and name = 'nudge.opted-out.v1' order by seq`,
    [site],
  );
  expect(told).toEqual([{ by: 'contact' }, { by: 'self' }]);
});

test('with the end of the group there is nothing to write down, and nothing is told', async () => {
  await byLink({ format: 'easy-read' });
  await database.query(
    `update follow_on_group set state = 'closed', closed_on = '2026-05-01' where id = $1`,
    [group],
  );
  expect(await read()).toMatchObject({ closed: 'group-ended', wishes: null });
  expect(await write({ format: 'standard' })).toBe('wishes.group-ended');
});
