import type { EntityManager } from 'typeorm';
import { z } from 'zod';
import { hashPassword } from './password.js';

const SHORTEST_PASSWORD = 12;

/** What the maker of a network says about its first administrator. */
export const NewAdministrator = z.strictObject({
  email: z.email('is not an e-mail address').max(254, 'is too long'),
  displayName: z.string().trim().min(1, 'is missing').max(80, 'is too long'),
  siteName: z.string().trim().min(2, 'is too short').max(80, 'is too long'),
  password: z
    .string()
    .min(SHORTEST_PASSWORD, `needs at least ${SHORTEST_PASSWORD} characters`)
    .max(200, 'is too long'),
});
export type NewAdministrator = z.infer<typeof NewAdministrator>;

/** A refusal in words for the person at the keyboard. */
export class AdministratorRefused extends Error {
  override readonly name = 'AdministratorRefused';
}

/**
 * Makes a network administrator and, when there is none of that name yet, the site, in the caller's transaction as the
 * owner of the database. The administrator sees the whole network and administers the named site; those who were there
 * before see it too.
 * @throws AdministratorRefused when the address has an account already.
 */
export async function createAdministrator(
  manager: EntityManager,
  { email, displayName, siteName, password }: NewAdministrator,
): Promise<{ readonly accountId: string; readonly siteId: string }> {
  const taken: unknown[] = await manager.query('select 1 from account where lower(email) = lower($1)', [
    email,
  ]);
  if (taken.length > 0)
    throw new AdministratorRefused(`There is an account for ${email} already. Nothing was changed.`);

  const siteId = await findOrMakeSite(manager, siteName);
  const [account]: { id: string }[] = await manager.query(
    'insert into account (email, display_name, password_hash) values ($1, $2, $3) returning id',
    [email, displayName, await hashPassword(password)],
  );
  const accountId = account?.id ?? '';
  await manager.query(
    `insert into membership (account_id, site_id, role) select $1::uuid, id, 'network-admin' from site
     union all select $1::uuid, $2::uuid, 'site-admin'
     union select m.account_id, $2::uuid, 'network-admin' from membership m where m.role = 'network-admin'
     on conflict do nothing`,
    [accountId, siteId],
  );
  return { accountId, siteId };
}

async function findOrMakeSite(manager: EntityManager, name: string): Promise<string> {
  const [found]: { id: string }[] = await manager.query('select id from site where lower(name) = lower($1)', [
    name,
  ]);
  if (found) return found.id;
  const [made]: { id: string }[] = await manager.query('insert into site (name) values ($1) returning id', [
    name,
  ]);
  return made?.id ?? '';
}
