import type { Role } from '@followon/shared/contract/session';
import type { Action } from '@followon/shared/rules/access/actions';
import { reachOf } from '@followon/shared/rules/access/policy';
import type { SignedIn } from './signed-in.js';

/** Where a list may look, from the policy table: in one statement, instead of asking for every row. */
export interface Scope {
  /** Every site the row-level wall lets through. */
  readonly everywhere: boolean;
  /** Sites that are seen whole. */
  readonly sites: readonly string[];
  /** Sites where only what is the reader's own in this role is seen. */
  readonly own: (role: Role) => readonly string[];
}

export function scopeOf(who: SignedIn, action: Action): Scope {
  const sitesAt = (reach: 'own' | 'site', role?: Role) =>
    who.memberships
      .filter((held) => (role === undefined || held.role === role) && reachOf(held.role, action) === reach)
      .map(({ siteId }) => siteId);
  return {
    everywhere: who.memberships.some(({ role }) => reachOf(role, action) === 'net'),
    sites: sitesAt('site'),
    own: (role) => sitesAt('own', role),
  };
}
