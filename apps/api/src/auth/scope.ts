import type { Role } from '@followon/shared/contract/session';
import type { Action } from '@followon/shared/rules/access/actions';
import { detailOf, reachOf } from '@followon/shared/rules/access/policy';
import type { SignedIn } from './signed-in.js';

/** Where a list may look, from the policy table: in one statement, instead of asking for every row. */
export interface Scope {
  /** Every site the row-level wall lets through. */
  readonly everywhere: boolean;
  /** Sites that are seen whole. */
  readonly sites: readonly string[];
  /** Sites of which the reader is told numbers, and nothing that stands for one person. */
  readonly counted: readonly string[];
  /** Sites where only what is the reader's own in this role is seen. */
  readonly own: (role: Role) => readonly string[];
}

export function scopeOf(who: SignedIn, action: Action): Scope {
  const sitesAt = (reach: 'own' | 'site', role?: Role) =>
    who.memberships
      .filter((held) => (role === undefined || held.role === role) && reachOf(held.role, action) === reach)
      .map(({ siteId }) => siteId);
  const isCounted = (siteId: string) =>
    who.memberships.every(
      ({ role, siteId: at }) =>
        at !== siteId || reachOf(role, action) !== 'site' || detailOf(role, action) === 'counts',
    );
  return {
    everywhere: who.memberships.some(({ role }) => reachOf(role, action) === 'net'),
    sites: sitesAt('site').filter((siteId) => !isCounted(siteId)),
    counted: sitesAt('site').filter(isCounted),
    own: (role) => sitesAt('own', role),
  };
}

interface Owned {
  /** SQL of the record's site. */
  readonly site: string;
  /** SQL of when the record is a volunteer's own, and a contact person's. */
  readonly volunteer: string;
  readonly contact: string;
  /** SQL of what is left of the network's records for those who reach all of it. */
  readonly everywhere?: string;
}

/**
 * The condition of every list: the decision that the policy takes about one record, made for all of them at once. The
 * four values of {@link scopeValues} follow each other from parameter number `from`.
 */
export const inScope = ({ site, volunteer, contact, everywhere = 'true' }: Owned, from: number): string =>
  `(($${from}::boolean and ${everywhere}) or ${site} = any($${from + 1}::uuid[])
  or (${site} = any($${from + 2}::uuid[]) and ${volunteer})
  or (${site} = any($${from + 3}::uuid[]) and ${contact}))`;

/** What {@link inScope} asks for. The reader is not among them: they are $1 of every list. */
export function scopeValues(who: SignedIn, action: Action): readonly unknown[] {
  const { everywhere, sites, own } = scopeOf(who, action);
  return [everywhere, sites, own('volunteer'), own('contact')];
}
