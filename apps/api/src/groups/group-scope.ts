import type { Action } from '@followon/shared/rules/access/actions';
import { scopeOf } from '../auth/scope.js';
import type { SignedIn } from '../auth/signed-in.js';

/** Kinds of the roles that the reader ($1) holds now in the group `g`, as `mine.kinds`. */
export const MY_KINDS = `left join lateral (select coalesce(array_agg(r.kind), '{}') as kinds from group_role r
  where r.group_id = g.id and r.account_id = $1 and r.until_on is null) mine on true`;

/**
 * Condition on `follow_on_group g`: the same decision as `Standings.ofGroup`, made for a whole list at once. The reader
 * is $1; the other parameters of {@link groupScope} follow each other from number `from`.
 */
export const inGroupScope = (
  from: number,
): string => `($${from}::boolean or g.site_id = any($${from + 1}::uuid[])
  or (g.site_id = any($${from + 2}::uuid[]) and exists (select 1 from group_role r
    where r.group_id = g.id and r.account_id = $1 and r.until_on is null and r.kind = 'ptv'))
  or (g.site_id = any($${from + 3}::uuid[]) and exists (select 1 from group_role r
    where r.group_id = g.id and r.account_id = $1 and r.until_on is null and r.kind <> 'ptv')))`;

/** The reader, and then what {@link inGroupScope} asks for. */
export function groupScope(who: SignedIn, action: Action): readonly unknown[] {
  const scope = scopeOf(who, action);
  return [who.accountId, scope.everywhere, scope.sites, scope.own('volunteer'), scope.own('contact')];
}
