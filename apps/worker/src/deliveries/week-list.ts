import { londonDate } from '@followon/shared/rules/calendar/london';
import type { EntityManager } from 'typeorm';
import type { Claimed } from './claim.js';
import { keepList } from './keep-list.js';

/** $1 the volunteer, $2 the site, $3 today. Who asked for them, first meetings of the week, and what went well since the last one. */
const WEEK = `
  with beside as (select r.group_id from group_role r join follow_on_group g on g.id = r.group_id
    where r.account_id = $1 and r.site_id = $2 and r.kind = 'ptv' and r.until_on is null and g.state in ('forming', 'meeting', 'unknown')),
  first as (select b.group_id, (select min(m.held_on) from meeting m where m.group_id = b.group_id and m.outcome = 'held') as met_on,
      (select min(m.held_on) from meeting m where m.group_id = b.group_id and m.outcome = 'planned' and m.held_on >= $3::date) as planned_on from beside b)
  select 1 as place, 'stand-beside' as what, null::uuid as "groupId", q.programme_id as "programmeId", null::date as "on"
    from volunteer_request q where q.account_id = $1 and q.site_id = $2 and q.state = 'asked'
  union all select 2, 'help-asked', b.group_id, null, null from beside b join group_report p on p.group_id = b.group_id
    where p.kind = 'help-asked' and p.until_date is null
  union all select 3, 'first-meeting', f.group_id, null, f.planned_on from first f where f.met_on is null and f.planned_on < $3::date + 7
  union all select 4, 'met-first', f.group_id, null, null from first f where f.met_on >= $3::date - 7
  union all select 5, 'recovered', b.group_id, null, null from beside b join group_health h on h.group_id = b.group_id
    where h.level in ('steady', 'watch') and exists (select from event e where e.stream_id = b.group_id and e.name = 'group-health.changed.v1'
      and e.occurred_at >= $3::date - 7 and e.origin = 'live' and e.payload ->> 'from' in ('fading', 'at-risk') and e.payload ->> 'to' in ('steady', 'watch'))
  order by place, "on", "groupId"`;

interface WeekRow {
  readonly what: string;
  readonly groupId: string | null;
  readonly programmeId: string | null;
  readonly on: string | null;
}

/** Reads a volunteer's week as it leaves; a week in which there is nothing is not sent. */
export async function readWeek(manager: EntityManager, claimed: Claimed, now: Date): Promise<boolean> {
  const rows: WeekRow[] = await manager.query(WEEK, [claimed.person_id, claimed.site_id, londonDate(now)]);
  const week = rows.map(({ what, groupId, programmeId, on }) => ({
    ...{ what, ...(groupId && { groupId }), ...(programmeId && { programmeId }), ...(on && { on }) },
  }));
  await keepList(manager, claimed, { week });
  return week.length > 0;
}
