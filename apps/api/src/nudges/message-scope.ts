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

/** Condition on `nudge n`: those of which the reader may know all that a list tells. */
export const inWholeScope = (from: number): string =>
  inScope(
    {
      site: 'n.site_id',
      volunteer: `(${IS_OWN} or ${IS_PTV})`,
      contact: `(${IS_OWN} or ${IS_CONTACT})`,
      everywhere: 'false',
    },
    from,
  );

/**
 * Condition on `nudge n`: those of which the reader learns that they were tried, as clinicians and the network do. `counted`
 * is the parameter of `Scope.counted`. A message to a member is left out: each stands for one person, and its kind
 * and day may tell that this person did not come.
 */
export const inCountedScope = (from: number, counted: number): string =>
  `(n.audience <> 'member' and ($${from}::boolean or n.site_id = any($${counted}::uuid[])))`;

export function standingToMessage({ siteId, isOwn, isPtv, isContact }: MessageReader): Standing {
  const ownAs: Role[] = [];
  if (isOwn || isPtv) ownAs.push('volunteer');
  if (isOwn || isContact) ownAs.push('contact');
  return { siteId, own: ownAs.length > 0, ownAs };
}
