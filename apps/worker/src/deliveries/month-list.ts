import { MonthTold } from '@followon/shared/messages/list-figures';
import type { EntityManager } from 'typeorm';
import type { Claimed } from './claim.js';
import { keepList } from './keep-list.js';

/**
 * $1 the site, $2 the first day of the month before, $3 the first of this month. Counts of a site for its own administrators,
 * who can see each of these groups: nothing here leaves the site.
 */
const MONTH = `
  select
    (select count(distinct g.id)::int from follow_on_group g join group_health h on h.group_id = g.id join event e on e.stream_id = g.id
      where g.site_id = $1 and g.state in ('forming', 'meeting', 'unknown') and e.name = 'group-health.changed.v1' and e.origin = 'live' and e.occurred_at >= $2::date and e.occurred_at < $3::date
        and e.payload ->> 'from' in ('fading', 'at-risk') and e.payload ->> 'to' in ('steady', 'watch') and h.level in ('steady', 'watch')) as recovered,
    (select count(*)::int from follow_on_group g cross join lateral (select min(m.held_on) as met_on from meeting m
        where m.group_id = g.id and m.outcome = 'held') m where g.site_id = $1 and m.met_on >= $2::date and m.met_on < $3::date) as "metFirst",
    (select count(distinct e.stream_id)::int from handover h join event e on e.stream_id = coalesce(h.programme_id, h.group_id)
      where h.site_id = $1 and e.name = 'handover.closed.v1' and e.origin = 'live'
      and e.occurred_at >= $2::date and e.occurred_at < $3::date) as "handoversDone",
    (select count(*)::int from handover_task t join handover h on h.id = t.handover_id where t.site_id = $1 and t.state = 'overdue'
      and h.state in ('open', 'signed-off', 'accepted')) as late,
    (select count(*)::int from group_health h join follow_on_group g on g.id = h.group_id where h.site_id = $1 and h.quiet
      and g.state in ('forming', 'meeting', 'unknown')) as silent,
    (select count(*)::int from group_health h join follow_on_group g on g.id = h.group_id where h.site_id = $1
      and h.level in ('fading', 'at-risk') and g.state in ('forming', 'meeting', 'unknown')) as fading,
    (select count(*)::int from delivery d where d.site_id = $1 and d.state in ('unknown', 'dead')) as stuck`;

/** The month before that of the message. */
function monthBefore(on: string): { readonly from: string; readonly until: string } {
  const [year = 0, month = 1] = on.split('-').map(Number);
  const first = (months: number) =>
    new Date(Date.UTC(year, month - 1 + months, 1)).toISOString().slice(0, 10);
  return { from: first(-1), until: first(0) };
}

/** Reads the month of a site as it leaves; a month in which there is nothing is not sent. */
export async function readMonth(manager: EntityManager, claimed: Claimed): Promise<boolean> {
  const on = typeof claimed.figures.on === 'string' ? claimed.figures.on : '';
  const { from, until } = monthBefore(on);
  const [row]: unknown[] = await manager.query(MONTH, [claimed.site_id, from, until]);
  const month = MonthTold.parse(row);
  await keepList(manager, claimed, { month });
  return Object.values(month).some((count) => count > 0);
}
