import type { Part } from './demo-rows.js';
import { nothing } from './demo-rows.js';
import type { DemoPerson } from './people.js';
import { countryOf, people, siteId, siteNames } from './people.js';
import { demoId } from './random.js';

/** argon2id hashes: one for everybody who signs in, one of a password that nobody knows. */
export interface DemoPasswords {
  readonly shared: string;
  readonly unknown: string;
}

/** The three sites, everybody with an account, what they may do and where. */
export function siteRows(passwords: DemoPasswords): Part {
  const everybody: readonly DemoPerson[] = Object.values(people);
  const held = everybody.flatMap((person) => person.roles.map(([site, role]) => ({ person, site, role })));
  return {
    ...nothing,
    rows: {
      site: siteNames.map((name) => ({ id: siteId(name), name, country: countryOf(name) })),
      account: everybody.map(({ email, displayName, signsIn }) => ({
        ...{ id: demoId('account', email), email, display_name: displayName },
        password_hash: signsIn ? passwords.shared : passwords.unknown,
      })),
      membership: held.map(({ person, site, role }) => ({
        ...{
          id: demoId('membership', person.email, site, role),
          account_id: demoId('account', person.email),
        },
        ...{ site_id: siteId(site), role },
      })),
    },
  };
}
