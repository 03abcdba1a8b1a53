import { randomUUID } from 'node:crypto';
import type { Role } from '@followon/shared/contract/session';
import type { TestDatabase } from './database.js';

/** The password of every account made here. */
export const testPassword = 'a kettle for every Thursday';
// argon2id at its cheapest, so that signing in does not slow the tests down.
const testPasswordHash =
  '$argon2id$v=19$m=64,t=1,p=1$hRw2jRQvCRGTM7aqs627mw$qgVKYDJGmL/qccXnndu0KHcx9BlsEQQJ/M/DVcoZKM0';

/** Nobody is asked without a training and checks that hold. */
const inDate = { training_until: '2099-12-31', checks_until: '2099-12-31' };

export interface AccountRow {
  readonly id: string;
  readonly email: string;
  readonly display_name: string;
}

interface AccountOptions {
  readonly email?: string;
  readonly displayName?: string;
  readonly disabledAt?: Date;
  /** What the person is, and where. A volunteer also gets a row in `volunteer`, trained and checked. */
  readonly roles?: readonly { readonly role: Role; readonly siteId: string }[];
}

/** Somebody who can sign in with {@link testPassword}; without roles they may see nothing. */
export async function anAccount(database: TestDatabase, options: AccountOptions = {}): Promise<AccountRow> {
  const { roles = [], displayName = 'Sam Taylor', disabledAt = null } = options;
  const account = await database.insert<AccountRow & Record<string, unknown>>('account', {
    email: options.email ?? `${randomUUID()}@example.test`,
    display_name: displayName,
    password_hash: testPasswordHash,
    disabled_at: disabledAt,
  });
  for (const { role, siteId } of roles) {
    const place = { account_id: account.id, site_id: siteId };
    await database.insert('membership', { ...place, role });
    if (role === 'volunteer') await database.insert('volunteer', { ...place, ...inDate });
  }
  return account;
}
