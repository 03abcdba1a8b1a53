import { nudgeOf } from '@followon/shared/rules/nudge/nudges';
import type { NudgeKey } from '@followon/shared/rules/nudge/nudges';
import type { Parts } from '@followon/shared/rules/nudge/whose';
import { partsOf } from '@followon/shared/rules/nudge/whose';
import type { Claimed } from './claim.js';

const listed = (words: readonly string[]): string => words.map((word) => `'${word}'`).join();

/** $1 the person, `d.today` their day. Whoever was known as a member only may have an account by now. */
const inGroups = (where: string, kinds: readonly string[]): string => `exists (
    select from group_role r left join member h on h.id = r.member_id
    where ${where} and r.kind in (${listed(kinds)}) and coalesce(r.until_on > d.today, true) and $1 in (r.account_id, r.member_id, h.account_id))`;

const atSite = (roles: readonly string[]): string => `exists (
    select from membership b where b.site_id = $6 and b.account_id = $1 and b.role in (${listed(roles)}))`;

function asked({ inGroup, inAnyGroup, atSite: roles }: Parts): string {
  const ways = [
    roles && atSite(roles),
    inGroup && inGroups('r.group_id = $4', inGroup),
    inAnyGroup && inGroups('r.site_id = $6', inAnyGroup),
  ];
  return ways.filter((way) => way !== undefined).join(' or ');
}

/** SQL for whether somebody still is what a message speaks to them as; part of the one statement that weighs it. */
export function holdsPart(key: string, audience: Claimed['audience']): string {
  const parts = nudgeOf(key) && partsOf(key as NudgeKey, audience);
  return parts ? asked(parts) : 'true';
}
