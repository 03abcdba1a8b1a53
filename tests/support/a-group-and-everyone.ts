import type { Role } from '@followon/shared/contract/session';
import { aGroup } from './a-group.js';
import { aSite } from './a-site.js';
import type { AccountRow } from './an-account.js';
import { anAccount } from './an-account.js';
import type { Client, TestApi } from './api.js';
import type { TestDatabase } from './database.js';

/** One group at one site and somebody in every role there, signed in; the volunteer and the contact belong to the group. */
export interface Everyone {
  readonly siteId: string;
  readonly groupId: string;
  readonly clients: Readonly<Record<Role, Client>>;
  readonly accounts: Readonly<Record<Role, AccountRow>>;
}

const everyRole: readonly Role[] = [
  'volunteer',
  'contact',
  'clinician',
  'lead',
  'site-admin',
  'network-admin',
];

export async function aGroupAndEveryone(database: TestDatabase, api: TestApi): Promise<Everyone> {
  const { id: siteId } = await aSite(database);
  const { id: groupId } = await aGroup(database, { siteId });
  const people: { role: Role; account: AccountRow; client: Client }[] = [];
  for (const role of everyRole) {
    const account = await anAccount(database, { roles: [{ role, siteId }] });
    people.push({ role, account, client: await api.signedInAs(account) });
  }
  const accounts = byRole(people.map(({ role, account }) => [role, account]));
  await giveRole(database, { siteId, groupId, kind: 'ptv', accountId: accounts.volunteer.id });
  await giveRole(database, { siteId, groupId, kind: 'contact', accountId: accounts.contact.id });
  return { siteId, groupId, accounts, clients: byRole(people.map(({ role, client }) => [role, client])) };
}

interface GivenRole {
  readonly siteId: string;
  readonly groupId: string;
  readonly kind: 'contact' | 'host' | 'ptv';
  readonly accountId: string;
}

export const giveRole = (
  database: TestDatabase,
  { siteId, groupId, kind, accountId }: GivenRole,
): Promise<unknown> =>
  database.insert('group_role', {
    site_id: siteId,
    group_id: groupId,
    kind,
    account_id: accountId,
    from_on: '2026-03-02',
  });

const byRole = <T>(entries: readonly (readonly [Role, T])[]) =>
  Object.fromEntries(entries) as Record<Role, T>;
