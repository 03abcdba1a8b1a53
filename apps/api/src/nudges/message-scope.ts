import type { Role } from '@followon/shared/contract/session';
import { holdsRoleIn } from '../auth/own.js';
import { inScope } from '../auth/scope.js';
import type { Standing } from '../auth/standing.js';

const IS_OWN = `(n.person_kind = 'account' and n.person_id = $1)`;
const IS_PTV = holdsRoleIn('n.group_id', 'ptv');
const IS_CONTACT = holdsRoleIn('n.group_id', 'contact');

/** How the reader, who is $1, stands to the message of `nudge n`. */
export const MESSAGE_READER = `${IS_OWN} as "isOwn", ${IS_PTV} as "isPtv", ${IS_CONTACT} as "isContact"`;

export interface MessageReader {
  readonly siteId: string;
  readonly isOwn: boolean;
  readonly isPtv: boolean;
  readonly isContact: boolean;
}

/**
 * Condition on `nudge n`. Across the network a message to a member is left out: each stands for one person, and nobody
 * there has a duty to them.
 */
export const inMessageScope = (from: number): string =>
  inScope(
    {
      site: 'n.site_id',
      volunteer: `(${IS_OWN} or ${IS_PTV})`,
      contact: `(${IS_OWN} or ${IS_CONTACT})`,
      everywhere: `n.audience <> 'member'`,
    },
    from,
  );

export function standingToMessage({ siteId, isOwn, isPtv, isContact }: MessageReader): Standing {
  const ownAs: Role[] = [];
  if (isOwn || isPtv) ownAs.push('volunteer');
  if (isOwn || isContact) ownAs.push('contact');
  return { siteId, own: ownAs.length > 0, ownAs };
}
