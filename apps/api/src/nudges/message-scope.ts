import type { Action } from '@followon/shared/rules/access/actions';
import type { Role } from '@followon/shared/contract/session';
import { scopeOf } from '../auth/scope.js';
import type { SignedIn } from '../auth/signed-in.js';
import type { Standing } from '../auth/standing.js';

const holds = (kind: string): string => `exists (select 1 from group_role r where r.group_id = n.group_id
  and r.account_id = $1 and r.until_on is null and r.kind ${kind})`;
const IS_OWN = `(n.person_kind = 'account' and n.person_id = $1)`;
const IS_PTV = holds(`= 'ptv'`);
const IS_CONTACT = holds(`<> 'ptv'`);

/** How the reader, who is $1, stands to the message of `nudge n`. */
export const MESSAGE_READER = `${IS_OWN} as "isOwn", ${IS_PTV} as "isPtv", ${IS_CONTACT} as "isContact"`;

export interface MessageReader {
  readonly siteId: string;
  readonly isOwn: boolean;
  readonly isPtv: boolean;
  readonly isContact: boolean;
}

/**
 * Condition for the parameters of {@link messageScope} as $1 to $5. Across the network a message to a member is left
 * out: each stands for one person, and nobody there has a duty to them.
 */
export const IN_MESSAGE_SCOPE = `(n.site_id = any($3::uuid[])
  or ($2::boolean and n.audience <> 'member')
  or (n.site_id = any($4::uuid[]) and (${IS_OWN} or ${IS_PTV}))
  or (n.site_id = any($5::uuid[]) and (${IS_OWN} or ${IS_CONTACT})))`;

export function messageScope(who: SignedIn, action: Action): readonly unknown[] {
  const scope = scopeOf(who, action);
  return [who.accountId, scope.everywhere, scope.sites, scope.own('volunteer'), scope.own('contact')];
}

export function standingToMessage({ siteId, isOwn, isPtv, isContact }: MessageReader): Standing {
  const ownAs: Role[] = [];
  if (isOwn || isPtv) ownAs.push('volunteer');
  if (isOwn || isContact) ownAs.push('contact');
  return { siteId, own: ownAs.length > 0, ownAs };
}
