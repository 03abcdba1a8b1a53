import { afterAll, beforeAll, beforeEach, describe, expect, test } from '@jest/globals';
import type { GroupRoleView } from '@followon/shared/contract/groups';
import type { Page } from '@followon/shared/contract/page';
import type { Problem } from '@followon/shared/contract/problem';
import type { AskedRoleView, RoleOfferView } from '@followon/shared/contract/succession';
import type { Everyone } from '../support/a-group-and-everyone.js';
import { aGroupAndEveryone } from '../support/a-group-and-everyone.js';
import { anAccount } from '../support/an-account.js';
import type { Client, TestApi } from '../support/api.js';
import { anApi } from '../support/api.js';
import type { TestDatabase } from '../support/database.js';
import { aDatabase } from '../support/database.js';
import { auditOf, eventsOf } from '../support/events.js';

let database: TestDatabase;
let api: TestApi;
let network: Everyone;
let asked: { id: string; client: Client };

beforeAll(async () => {
  database = await aDatabase();
  api = await anApi(database);
});

afterAll(async () => {
  await api?.close();
  await database?.close();
});

beforeEach(async () => {
  network = await aGroupAndEveryone(database, api);
  const place = { siteId: network.siteId };
  const account = await anAccount(database, { displayName: 'Robin', roles: [{ role: 'contact', ...place }] });
  asked = { id: account.id, client: await api.signedInAs(account) };
});

const path = (rest: string) => `/groups/${network.groupId}/${rest}`;
const offer = async (body: object = {}) => {
  const wish = { kind: 'contact', accountId: asked.id, ...body };
  return network.clients.contact.post<RoleOfferView & Problem>(path('role-offers'), wish);
};
const answer = (id: string, how: 'accept' | 'decline', who = asked.client) =>
  who.post<RoleOfferView & Problem>(`/role-offers/${id}/answer`, { answer: how });
const roleEvents = async () =>
  (await eventsOf(database, network.groupId))
    .map(({ name }) => name)
    .filter((name) => name.startsWith('role.'));

describe('an offered role', () => {
  test('is read by whoever was asked, and theirs only once they say yes', async () => {
    const offered = await offer();
    expect([offered.status, offered.body.state, offered.body.asked.displayName]).toEqual([
      201,
      'asked',
      'Robin',
    ]);
    const { body } = await asked.client.get<Page<AskedRoleView>>('/role-offers');
    expect(body.items).toMatchObject([{ id: offered.body.id, kind: 'contact', groupId: network.groupId }]);
    expect((await asked.client.get(`/groups/${network.groupId}`)).status).toBe(404);

    expect((await answer(offered.body.id, 'accept')).body).toMatchObject({ state: 'accepted', mine: true });
    expect((await asked.client.get(`/groups/${network.groupId}`)).status).toBe(200);
    expect((await asked.client.get<Page<AskedRoleView>>('/role-offers')).body.items).toEqual([]);
    expect(await roleEvents()).toEqual(['role.offered.v1', 'role.accepted.v1']);
  });

  test('is answered the same twice, and not in another way', async () => {
    const { body } = await offer();
    const first = await answer(body.id, 'decline');
    expect([first.status, (await answer(body.id, 'decline')).body]).toEqual([200, first.body]);
    const other = await answer(body.id, 'accept');
    expect([other.status, other.body.code]).toEqual([409, 'role-offer.answered']);
    expect(await roleEvents()).toEqual(['role.offered.v1', 'role.declined.v1']);
    expect(await auditOf(database, body.id)).toEqual(['role.offered.contact', 'role.declined.contact']);
  });

  test('gives one role, however many yeses come at the same moment', async () => {
    const { body } = await offer();
    const all = await Promise.all(Array.from({ length: 6 }, () => answer(body.id, 'accept')));
    expect(all.map(({ status }) => status)).toEqual(Array<number>(6).fill(200));
    expect(await roleEvents()).toEqual(['role.offered.v1', 'role.accepted.v1']);
  });

  test('is nobody else’s to answer', async () => {
    const { body } = await offer();
    for (const role of ['contact', 'volunteer', 'clinician', 'lead', 'site-admin', 'network-admin'] as const)
      expect([role, (await answer(body.id, 'accept', network.clients[role])).status]).toEqual([role, 404]);
  });

  test('can be taken back until it is answered', async () => {
    const { body } = await offer();
    const { contact } = network.clients;
    const back = () => contact.post<RoleOfferView & Problem>(`/role-offers/${body.id}/withdraw`, {});
    expect([(await back()).body.state, (await back()).status]).toEqual(['withdrawn', 200]);
    expect((await answer(body.id, 'accept')).body.code).toBe('role-offer.withdrawn');
    const again = await offer();
    expect(again.status).toBe(201);
    await answer(again.body.id, 'accept');
    expect((await contact.post(`/role-offers/${again.body.id}/withdraw`, {})).status).toBe(409);
  });

  test('is asked once, and not of somebody who has it', async () => {
    const { body } = await offer();
    const second = await network.clients.contact.post<Problem>(path('role-offers'), {
      kind: 'contact',
      accountId: asked.id,
    });
    expect([second.status, second.body.code]).toEqual([409, 'role-offer.already-asked']);
    await answer(body.id, 'accept');
    expect((await offer()).status).toBe(409);
    const place = { site_id: network.siteId, group_id: network.groupId };
    const member = await database.insert<{ id: string }>('member', { ...place, account_id: asked.id });
    const again = await offer({ accountId: undefined, memberId: member.id });
    expect([again.status, again.body.code]).toEqual([409, 'role.already-held']);
    expect(again.body.detail).toBe('Nothing more is needed. You can ask somebody else.');
    const { body: roles } = await network.clients.contact.get<Page<GroupRoleView>>(path('roles'));
    expect(roles.items.find(({ holder }) => holder.accountId === asked.id)?.holder.memberId).toBe(member.id);
  });

  test('is settled by the contact person who writes down the yes', async () => {
    const { body } = await offer();
    await network.clients.contact.post(path('roles'), { kind: 'contact', accountId: asked.id });
    expect((await answer(body.id, 'accept')).body.state).toBe('accepted');
    expect(await roleEvents()).toEqual(['role.offered.v1', 'role.accepted.v1']);
  });

  test('is shown to the group by name, to others as a question that waits', async () => {
    await offer();
    const seen = async (role: keyof Everyone['clients']) =>
      (await network.clients[role].get<Page<RoleOfferView>>(path('role-offers'))).body.items[0]?.asked
        .displayName;
    const roles = ['contact', 'volunteer', 'clinician', 'lead', 'site-admin', 'network-admin'] as const;
    expect(await Promise.all(roles.map(seen))).toEqual(['Robin', 'Robin', null, null, null, null]);
  });

  test('is an administrator’s to offer with a reason, a volunteer’s role the lead’s, and nobody’s own', async () => {
    const admin = network.clients['site-admin'];
    const wish = { kind: 'contact', accountId: asked.id };
    expect((await admin.post<Problem>(path('role-offers'), wish)).status).toBe(400);
    expect((await admin.post(path('role-offers'), { ...wish, reason: 'nobody-answers' })).status).toBe(201);
    const other = await anAccount(database, { roles: [{ role: 'volunteer', siteId: network.siteId }] });
    const ptv = { kind: 'ptv', accountId: other.id };
    expect((await network.clients.lead.post(path('role-offers'), ptv)).status).toBe(201);
    expect((await network.clients.lead.post(path('role-offers'), wish)).status).toBe(404);
    const oneself = { kind: 'ptv', accountId: network.accounts.contact.id };
    expect((await network.clients.contact.post(path('role-offers'), oneself)).status).toBe(400);
    expect((await offer({ accountId: network.accounts.lead.id })).status).toBe(400);
  });

  test('of a member with an account becomes that account’s, so that the group is theirs when they sign in', async () => {
    const place = { site_id: network.siteId, group_id: network.groupId };
    const member = await database.insert<{ id: string }>('member', { ...place, account_id: asked.id });
    const { body } = await offer({ accountId: undefined, memberId: member.id });
    expect((await answer(body.id, 'accept')).status).toBe(200);
    expect((await asked.client.get(`/groups/${network.groupId}`)).status).toBe(200);
  });

  test('of somebody who has left, or of a group that has ended, cannot be taken any more', async () => {
    const place = { site_id: network.siteId, group_id: network.groupId };
    const member = await database.insert<{ id: string }>('member', { ...place, account_id: asked.id });
    const left = await offer({ accountId: undefined, kind: 'host', memberId: member.id });
    await network.clients.contact.delete(path(`members/${member.id}`));
    expect((await answer(left.body.id, 'accept')).body.code).toBe('role-offer.no-longer');
    const { body } = await offer();
    await network.clients.contact.post(path('close'), { how: 'closed-well' });
    expect((await answer(body.id, 'accept')).body.code).toBe('group.closed');
    expect((await offer({ kind: 'host' })).status).toBe(409);
  });
});

describe('stepping down', () => {
  const own = async (): Promise<GroupRoleView> => {
    const { body } = await network.clients.contact.get<Page<GroupRoleView>>(path('roles'));
    return body.items.find(({ mine }) => mine) as GroupRoleView;
  };
  const inDays = (days: number) => new Date(Date.now() + days * 86_400_000).toISOString().slice(0, 10);
  const stop = async (on?: string, who = network.clients.contact) =>
    who.post<GroupRoleView & Problem>(path(`roles/${(await own()).id}/step-down`), on ? { on } : {});

  test('at once ends the role and the sight of the group', async () => {
    expect((await stop()).status).toBe(200);
    expect(await roleEvents()).toEqual(['role.vacated.v1']);
    expect((await network.clients.contact.get(`/groups/${network.groupId}`)).status).toBe(404);
  });

  test('on a day to come leaves them the role until then; another day counts instead', async () => {
    expect((await stop(inDays(10))).body).toMatchObject({ steppingDownOn: inDays(10), mine: true });
    await stop(inDays(10));
    expect((await stop(inDays(20))).body.steppingDownOn).toBe(inDays(20));
    expect((await own()).steppingDownOn).toBe(inDays(20));
    expect(await roleEvents()).toEqual(['role.stepping-down.v1', 'role.stepping-down.v1']);
  });

  test('told ahead can be taken back, and taking it back twice is as good as once', async () => {
    await stop(inDays(10));
    const { id } = await own();
    const back = () => network.clients.contact.delete<GroupRoleView>(path(`roles/${id}/step-down`));
    expect((await back()).body).toMatchObject({ steppingDownOn: null, mine: true });
    expect((await back()).status).toBe(200);
    expect(await roleEvents()).toEqual(['role.stepping-down.v1', 'role.stays.v1']);
    const others = network.clients['site-admin'].delete(path(`roles/${id}/step-down`));
    expect((await others).status).toBe(404);
  });

  test.each([-1, 60])('is not for a day %s days from today', async (days) => {
    expect((await stop(inDays(days))).status).toBe(400);
  });

  test('is only for one’s own role', async () => {
    for (const role of ['volunteer', 'clinician', 'lead', 'site-admin', 'network-admin'] as const)
      expect([role, (await stop(inDays(3), network.clients[role])).status]).toEqual([role, 404]);
  });
});
