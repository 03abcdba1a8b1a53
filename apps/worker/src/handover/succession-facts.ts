import type { GroupState } from '@followon/shared/contract/health';
import type { SuccessionFacts, SuccessionStage } from '@followon/shared/rules/handover/succession';
import type { EntityManager } from 'typeorm';

/** How one group stands. `lost`: the last contact person is there and cannot be reached any more. */
export interface GroupStanding {
  readonly id: string;
  readonly site_id: string;
  readonly state: GroupState;
  readonly contacts: number;
  readonly others: number;
  readonly has_lead: boolean;
  readonly had_one: boolean;
  readonly lost: boolean;
  readonly succession_id: string | null;
  readonly stage: SuccessionStage | null;
  readonly act_by: string | null;
}

/** Can still be reached: has not left, and their account is not switched off. */
const REACHABLE = 'r.until_on is null and m.left_on is null and a.disabled_at is null';

const STANDINGS = `
  select g.id, g.site_id, g.state, r.contacts, r.others,
    exists (select from membership l join account b on b.id = l.account_id where l.site_id = g.site_id and l.role = 'lead'
      and b.disabled_at is null) as has_lead, r.had_one, r.lost, s.id as succession_id, s.stage, s.act_by
  from follow_on_group g
  left join succession s on s.group_id = g.id and s.kind = 'contact' and s.state = 'open'
  left join lateral (
    select count(*) filter (where r.kind = 'contact' and ${REACHABLE})::int as contacts,
      count(*) filter (where r.kind <> 'contact' and ${REACHABLE})::int as others,
      coalesce(bool_or(r.kind = 'contact'), false) as had_one,
      coalesce(bool_or(r.kind = 'contact' and r.until_on is null and a.disabled_at is not null), false) as lost
    from group_role r left join account a on a.id = r.account_id left join member m on m.id = r.member_id
    where r.group_id = g.id) r on true`;

const ENDED = `('merged', 'closed-well', 'closed')`;

/** As it is now, whatever happened when. Undefined when the group is not there. */
export async function standingOf(
  manager: EntityManager,
  groupId: string,
): Promise<GroupStanding | undefined> {
  const [row]: GroupStanding[] = await manager.query(`${STANDINGS} where g.id = $1`, [groupId]);
  return row;
}

/** Of a search, while it is open. */
export async function standingOfSearch(
  manager: EntityManager,
  successionId: string,
): Promise<GroupStanding | undefined> {
  const [row]: GroupStanding[] = await manager.query(`${STANDINGS} where s.id = $1`, [successionId]);
  return row;
}

/** Groups of the site at which something has to happen that no event has said: $2 is today. */
export async function outOfStep(
  manager: EntityManager,
  siteId: string,
  today: string,
): Promise<GroupStanding[]> {
  return manager.query(
    `${STANDINGS} where g.site_id = $1 and (
       (s.id is null and r.contacts = 0 and g.state not in ${ENDED})
       or (s.id is not null and (r.contacts > 0 or g.state in ${ENDED} or (s.act_by < $2::date and g.state <> 'resting'))))
     order by g.id`,
    [siteId, today],
  );
}

export const factsOf = (
  standing: GroupStanding,
  when: { readonly today: string; readonly resumedOn?: string | undefined },
): SuccessionFacts => ({
  groupState: standing.state,
  contacts: standing.contacts,
  hadOne: standing.had_one,
  others: standing.others,
  hasLead: standing.has_lead,
  open: standing.stage && standing.act_by ? { stage: standing.stage, actBy: standing.act_by } : undefined,
  ...when,
});
