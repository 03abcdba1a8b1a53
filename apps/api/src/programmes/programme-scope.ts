import type { Action } from '@followon/shared/rules/access/actions';
import { scopeOf } from '../auth/scope.js';
import type { SignedIn } from '../auth/signed-in.js';

/**
 * Condition on `programme p left join handover h`, for the parameters of {@link programmeScope} as $1 to $4: the same
 * decision as `Standings.ofProgramme`, made for a whole list at once.
 */
export const IN_PROGRAMME_SCOPE = `(p.site_id = any($2::uuid[])
  or (p.site_id = any($3::uuid[]) and (p.ptv_id = $1 or exists (
    select 1 from handover_task own where own.handover_id = h.id and own.assignee_id = $1 and own.owner_role = 'volunteer')))
  or (p.site_id = any($4::uuid[]) and exists (
    select 1 from group_role r where r.group_id = h.group_id and r.account_id = $1 and r.until_on is null and r.kind <> 'ptv')))`;

export function programmeScope(who: SignedIn, action: Action): readonly unknown[] {
  const scope = scopeOf(who, action);
  return [who.accountId, scope.sites, scope.own('volunteer'), scope.own('contact')];
}
