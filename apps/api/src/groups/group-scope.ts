import type { Action } from '@followon/shared/rules/access/actions';
import { scopeOf } from '../auth/scope.js';
import type { SignedIn } from '../auth/signed-in.js';

/** Kinds of the roles that the reader ($1) holds now in the group `g`, as `mine.kinds`. */
export const MY_KINDS = `left join lateral (select coalesce(array_agg(r.kind), '{}') as kinds from group_role r
  where r.group_id = g.id and r.account_id = $1 and r.until_on is null) mine on true`;

/**
 * Condition on `follow_on_group g`, for the parameters of {@link groupScope} as $1 to $5: the same decision as
 * `Standings.ofGroup`, made for a whole list at once.
 */
export const IN_GROUP_SCOPE = `($2::boolean or g.site_id = any($3::uuid[])
  or (g.site_id = any($4::uuid[]) and exists (select 1 from group_role r
    where r.group_id = g.id and r.account_id = $1 and r.until_on is null and r.kind = 'ptv'))
  or (g.site_id = any($5::uuid[]) and exists (select 1 from group_role r
    where r.group_id = g.id and r.account_id = $1 and r.until_on is null and r.kind <> 'ptv')))`;

export function groupScope(who: SignedIn, action: Action): readonly unknown[] {
  const scope = scopeOf(who, action);
  return [who.accountId, scope.everywhere, scope.sites, scope.own('volunteer'), scope.own('contact')];
}
