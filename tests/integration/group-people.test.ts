import { afterAll, beforeAll, describe, expect, test } from '@jest/globals';
import type { GroupRoleView, GroupView, MemberView } from '@followon/shared/contract/groups';
import type { Page } from '@followon/shared/contract/page';
import type { Problem } from '@followon/shared/contract/problem';
import type { Role } from '@followon/shared/contract/session';
import type { Everyone } from '../support/a-group-and-everyone.js';
import { aGroupAndEveryone } from '../support/a-group-and-everyone.js';
import { anAccount } from '../support/an-account.js';
import type { TestApi } from '../support/api.js';
import { anApi } from '../support/api.js';
import type { TestDatabase } from '../support/database.js';
import { aDatabase } from '../support/database.js';
import { auditOf } from '../support/events.js';

let database: TestDatabase;
let api: TestApi;
let network: Everyone;
let elsewhere: Everyone;

beforeAll(async () => {
  database = await aDatabase();
  api = await anApi(database);
  network = await aGroupAndEveryone(database, api);
  elsewhere = await aGroupAndEveryone(database, api);
});

afterAll(async () => {
  await api?.close();
  await database?.close();
});

const at = (path: string) => `/groups/${network.groupId}/${path}`;

const lastEvents = async (count: number): Promise<string[]> => {
  const rows = await database.query<{ name: string }>(
    'select name from event where stream_id = $1 order by seq desc limit $2',
    [network.groupId, count],
  );
  return rows.map(({ name }) => name).reverse();
};

describe('members', () => {
  test('are kept by the group’s contact; a look at them is written down', async () => {
    const { contact } = network.clients;
    const joined = await contact.post<MemberView>(at('members'), { displayName: ' Ann ' });
    expect([joined.status, joined.body.displayName]).toEqual([201, 'Ann']);
    const imported = { site_id: network.siteId, group_id: network.groupId, reference_hash: Buffer.from('x') };
    await database.insert('member', imported);
    await contact.post(at('members'), { displayName: 'bea' });
    const first = await contact.get<Page<MemberView>>(`${at('members')}?limit=2`);
    expect(first.body.items.map(({ displayName }) => displayName)).toEqual(['Ann', 'bea']);
    const rest = await contact.get<Page<MemberView>>(
      `${at('members')}?limit=2&cursor=${first.body.nextCursor}`,
    );
    expect(rest.body).toMatchObject({ items: [{ displayName: null }], nextCursor: null });
    const reads = await database.query('select 1 from audit_entry where what = $1 and subject = $2', [
      'members.read',
      network.groupId,
    ]);
    expect(reads).toHaveLength(2);
  });

  const wants = async (id: string) => {
    const rows = await database.query<{ wants: boolean }>(
      'select wants_messages as wants from member where id = $1',
      [id],
    );
    return rows[0]?.wants;
  };

  test('get no message before they or their contact person said yes', async () => {
    const { contact } = network.clients;
    const { body: member } = await contact.post<MemberView>(at('members'), { displayName: 'Yara' });
    expect([member.wantsMessages, await wants(member.id)]).toEqual([false, false]);
    const path = at(`members/${member.id}/preferences`);
    const yes = await contact.put<MemberView>(path, { wantsMessages: true });
    expect([yes.status, yes.body.wantsMessages, await wants(member.id)]).toEqual([200, true, true]);
    await contact.put(path, { wantsMessages: false });
    expect(await wants(member.id)).toBe(false);
    expect(await auditOf(database, member.id)).toEqual([
      'member.joined',
      'wishes.changed.contact',
      'member.messages-on',
      'wishes.changed.contact',
      'member.messages-off',
    ]);
  });

  test.each(['volunteer', 'clinician', 'lead', 'site-admin', 'network-admin'] as const)(
    'are not opted in by a %s',
    async (role) => {
      const { contact } = network.clients;
      const { body: member } = await contact.post<MemberView>(at('members'), { displayName: 'Zoe' });
      const path = at(`members/${member.id}/preferences`);
      expect((await network.clients[role].put(path, { wantsMessages: true })).status).toBe(404);
      expect(await wants(member.id)).toBe(false);
    },
  );

  test('with an account speak for themselves, and for nobody else', async () => {
    const account = await anAccount(database, { roles: [{ role: 'contact', siteId: network.siteId }] });
    const client = await api.signedInAs(account);
    const place = { site_id: network.siteId, group_id: network.groupId };
    const oneself = await database.insert<{ id: string }>('member', { ...place, account_id: account.id });
    const other = await database.insert<{ id: string }>('member', { ...place, display_name: 'Una' });
    const say = (id: string) => client.put(at(`members/${id}/preferences`), { wantsMessages: true });
    expect([(await say(oneself.id)).status, (await say(other.id)).status]).toEqual([200, 404]);
    expect([await wants(oneself.id), await wants(other.id)]).toEqual([true, false]);
  });

  test('who leave give back their roles', async () => {
    const { contact } = network.clients;
    const { body: member } = await contact.post<MemberView>(at('members'), { displayName: 'Cleo' });
    await contact.post(at('roles'), { kind: 'host', memberId: member.id });
    expect((await contact.delete(at(`members/${member.id}`))).status).toBe(204);
    expect(await lastEvents(4)).toEqual([
      'member.joined.v1',
      'role.accepted.v1',
      'member.left.v1',
      'role.vacated.v1',
    ]);
    expect((await contact.delete(at(`members/${member.id}`))).status).toBe(404);
  });

  test('who leave see the group no more, with whichever of their names they held its roles', async () => {
    const account = await anAccount(database, { roles: [{ role: 'contact', siteId: network.siteId }] });
    const leaver = await api.signedInAs(account);
    const { contact } = network.clients;
    const place = { site_id: network.siteId, group_id: network.groupId };
    const member = await database.insert<{ id: string }>('member', { ...place, account_id: account.id });
    await contact.post(at('roles'), { kind: 'contact', accountId: account.id });
    await contact.post(at('roles'), { kind: 'host', memberId: member.id });
    expect((await leaver.get(at('members'))).status).toBe(200);
    expect((await contact.delete(at(`members/${member.id}`))).status).toBe(204);
    expect((await leaver.get(at('members'))).status).toBe(404);
    expect((await leaver.get(`/groups/${network.groupId}`)).status).toBe(404);
    expect(await lastEvents(2)).toEqual(['role.vacated.v1', 'role.vacated.v1']);
  });

  test.each(['volunteer', 'clinician', 'lead', 'site-admin', 'network-admin'] as const)(
    'are not named to a %s',
    async (role) => {
      await network.clients.contact.post(at('members'), { displayName: 'Hidden Heather' });
      const { body } = await network.clients[role].get<GroupView>(`/groups/${network.groupId}`);
      expect(body.may.seeMembers).toBe(false);
      expect((await network.clients[role].get(at('members'))).status).toBe(404);
    },
  );

  test.each(['volunteer', 'clinician', 'lead', 'site-admin', 'network-admin'] as const)(
    'are not a %s’s to change',
    async (role) => {
      expect((await network.clients[role].post(at('members'), { displayName: 'Never' })).status).toBe(404);
      expect(await database.query('select 1 from member where display_name = $1', ['Never'])).toEqual([]);
    },
  );

  test.each([
    {},
    { displayName: '' },
    { displayName: 'a'.repeat(41) },
    { displayName: 'Ann', email: 'a@b.test' },
  ])('are refused with %j', async (body) =>
    expect((await network.clients.contact.post(at('members'), body)).status).toBe(400),
  );
});

describe('roles', () => {
  const rolesAs = async (role: Role) =>
    (await network.clients[role].get<Page<GroupRoleView>>(at('roles'))).body.items;

  test('name the volunteer to clinicians, and members only to the group', async () => {
    const seen = await rolesAs('clinician');
    expect(seen.find(({ kind }) => kind === 'ptv')?.holder.displayName).toBe('Sam Taylor');
    expect(seen.find(({ kind }) => kind === 'contact')?.holder).toEqual({
      accountId: null,
      memberId: null,
      displayName: null,
    });
    const own = await rolesAs('contact');
    expect(own.find(({ kind }) => kind === 'contact')?.holder.accountId).toBe(network.accounts.contact.id);
  });

  test.each([
    { role: 'contact', named: ['contact', 'host', 'ptv'] },
    { role: 'volunteer', named: ['contact', 'ptv'] },
    { role: 'clinician', named: ['ptv'] },
    { role: 'lead', named: ['ptv'] },
    { role: 'site-admin', named: ['ptv'] },
    { role: 'network-admin', named: [] },
  ] as const)('name to a $role only the $named', async ({ role, named }) => {
    const { contact } = network.clients;
    const { body: host } = await contact.post<MemberView>(at('members'), { displayName: 'Hosting Hal' });
    const given = await contact.post<GroupRoleView>(at('roles'), { kind: 'host', memberId: host.id });
    const shown = (await rolesAs(role)).filter(({ holder }) => holder.displayName !== null);
    expect([...new Set(shown.map(({ kind }) => kind))].sort()).toEqual(named);
    expect((await contact.delete(at(`roles/${given.body.id}`))).status).toBe(204);
  });

  test('of volunteers are given and taken by leads, and decide at once who sees the group', async () => {
    const account = await anAccount(database, { roles: [{ role: 'volunteer', siteId: network.siteId }] });
    const volunteer = await api.signedInAs(account);
    const { lead } = network.clients;
    expect((await volunteer.get(`/groups/${network.groupId}`)).status).toBe(404);
    const given = await lead.post<GroupRoleView>(at('roles'), { kind: 'ptv', accountId: account.id });
    expect(given.status).toBe(201);
    expect((await volunteer.get(`/groups/${network.groupId}`)).status).toBe(200);
    expect((await lead.post(at('roles'), { kind: 'ptv', accountId: account.id })).status).toBe(409);
    expect((await lead.delete(at(`roles/${given.body.id}`))).status).toBe(204);
    expect((await volunteer.get(`/groups/${network.groupId}`)).status).toBe(404);
    expect(await lastEvents(2)).toEqual(['role.accepted.v1', 'role.vacated.v1']);
  });

  test('are held once, however many give them at the same moment', async () => {
    const account = await anAccount(database, { roles: [{ role: 'volunteer', siteId: network.siteId }] });
    const give = () => network.clients.lead.post(at('roles'), { kind: 'ptv', accountId: account.id });
    const answers = await Promise.all(Array.from({ length: 8 }, give));
    expect(answers.map(({ status }) => status).sort()).toEqual([201, ...Array<number>(7).fill(409)]);
    const held = await database.query('select 1 from group_role where account_id = $1', [account.id]);
    expect(held).toHaveLength(1);
  });

  test('of contacts are not a lead’s to give', async () => {
    const asked = { kind: 'contact', accountId: network.accounts.contact.id };
    expect((await network.clients.lead.post(at('roles'), asked)).status).toBe(404);
  });

  test('go only to people of this site who can hold them', async () => {
    const { contact } = network.clients;
    for (const accountId of [elsewhere.accounts.contact.id, network.accounts.volunteer.id, network.siteId])
      expect((await contact.post(at('roles'), { kind: 'contact', accountId })).status).toBe(400);
    const both = { kind: 'contact', accountId: network.accounts.contact.id, memberId: network.groupId };
    expect((await contact.post(at('roles'), both)).status).toBe(400);
  });

  test('of a group are not its clinician’s or lead’s to give or to take', async () => {
    const another = await anAccount(database, { roles: [{ role: 'contact', siteId: network.siteId }] });
    const [held] = await database.query<{ id: string }>(
      `select id from group_role where group_id = $1 and kind = 'contact' and until_on is null`,
      [network.groupId],
    );
    for (const role of ['clinician', 'lead', 'volunteer'] as const) {
      const given = await network.clients[role].post(at('roles'), { kind: 'contact', accountId: another.id });
      const taken = await network.clients[role].delete(at(`roles/${held?.id}`));
      expect([role, given.status, taken.status]).toEqual([role, 404, 404]);
    }
  });

  test('are given and taken by an administrator with a reason, which is kept', async () => {
    const another = await anAccount(database, { roles: [{ role: 'contact', siteId: network.siteId }] });
    const admin = network.clients['site-admin'];
    const wish = { kind: 'contact', accountId: another.id };
    const unexplained = await admin.post<Problem>(at('roles'), wish);
    expect([unexplained.status, unexplained.body.errors?.[0]?.path]).toEqual([400, 'reason']);
    const given = await admin.post<GroupRoleView>(at('roles'), { ...wish, reason: 'group-asked' });
    expect(given.status).toBe(201);
    expect((await admin.delete(at(`roles/${given.body.id}`))).status).toBe(400);
    expect((await admin.delete(at(`roles/${given.body.id}?reason=nobody-answers`))).status).toBe(204);
    expect(await auditOf(database, given.body.id)).toEqual([
      'role.accepted.contact.group-asked',
      'role.vacated.contact.nobody-answers',
    ]);
  });

  test.each(['site-admin', 'lead', 'clinician'] as const)(
    'are not what a %s gives to herself',
    async (role) => {
      const roles = [role, 'contact', 'volunteer'].map((held) => ({
        role: held as Role,
        siteId: network.siteId,
      }));
      const account = await anAccount(database, { roles });
      const client = await api.signedInAs(account);
      for (const kind of ['contact', 'host', 'ptv']) {
        const { status } = await client.post(at('roles'), { kind, accountId: account.id, reason: 'other' });
        expect([kind, [400, 404].includes(status)]).toEqual([kind, true]);
      }
      expect((await client.get(at('members'))).status).toBe(404);
    },
  );

  test('of host may be taken by the group’s own contact person', async () => {
    const { contact } = network.clients;
    const wish = { kind: 'host', accountId: network.accounts.contact.id };
    const { status, body } = await contact.post<GroupRoleView>(at('roles'), wish);
    expect(status).toBe(201);
    await contact.delete(at(`roles/${body.id}`));
  });

  test('held by members are only the group’s own to give', async () => {
    const { body: member } = await network.clients.contact.post<MemberView>(at('members'), {
      displayName: 'Dot',
    });
    expect(
      (await network.clients.clinician.post(at('roles'), { kind: 'host', memberId: member.id })).status,
    ).toBe(404);
  });

  test('of another group do not exist', async () => {
    const [role] = await database.query<{ id: string }>('select id from group_role where group_id = $1', [
      elsewhere.groupId,
    ]);
    expect((await network.clients.clinician.delete(at(`roles/${role?.id}`))).status).toBe(404);
  });
});
