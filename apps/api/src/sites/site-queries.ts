import type { SiteOverview, SiteView } from '@followon/shared/contract/sites';
import { londonDate } from '@followon/shared/rules/calendar/london';
import { Injectable } from '@nestjs/common';
import { z } from 'zod';
import type { Scope } from '../auth/scope.js';
import { Work } from '../work/work.js';
import { IS_LATE, IS_UNDER_WAY, registerIsMissing, SHOWN_LEVEL } from './figures.js';

export const SitePosition = z.tuple([z.string(), z.uuid()]);
type SitePosition = z.infer<typeof SitePosition>;

/** `sortName` is folded by the database, so that pages follow its order. */
export type SiteRow = SiteView & { readonly sortName: string };

const LIST = `
  select id, name, country, lower(name) as "sortName" from site
  where $1::text is null or (lower(name), id) > ($1, $2::uuid)
  order by lower(name), id limit $3`;

/** $1 today, $2 whether every site behind the wall is wanted, $3 which ones otherwise: all of them in one statement. */
const OVERVIEWS = `
  with its_site as (select id, name from site where $2::boolean or id = any($3::uuid[])),
  its_group as (
    select g.site_id, g.id, g.state, coalesce(${SHOWN_LEVEL}, 'none') as level
    from follow_on_group g left join group_health h on h.group_id = g.id where g.site_id in (select id from its_site)),
  by_state as (
    select site_id, jsonb_object_agg(state, n) as groups from (select site_id, state, count(*) as n from its_group group by 1, 2) each group by 1),
  by_level as (
    select site_id, jsonb_object_agg(level, n) as groups from (select site_id, level, count(*) as n from its_group group by 1, 2) each group by 1),
  handovers as (
    select h.site_id, count(*) filter (where h.state = 'open') as open, count(*) filter (where ${IS_LATE}) as late
    from handover h where h.site_id in (select id from its_site) group by 1),
  tasks as (
    select t.site_id, count(*) as late from handover_task t join handover h on h.id = t.handover_id
    where t.state = 'overdue' and t.site_id in (select id from its_site) and ${IS_UNDER_WAY} group by 1),
  alerts as (select site_id, count(*) as open from alert where state in ('open', 'acknowledged') group by 1),
  registers as (
    select g.site_id, count(*) as missing from meeting m join follow_on_group g on g.id = m.group_id
    where m.outcome = 'planned' and g.site_id in (select id from its_site) and ${registerIsMissing('$1::date')} group by 1),
  blocked as (
    select d.site_id, count(distinct e.stream_id) as streams from dead_event d join event e on e.event_id = d.event_id
    where d.resolution is null group by 1)
  select s.id as "siteId", s.name as "siteName",
    (select count(*) from its_group g where g.site_id = s.id) as groups,
    coalesce(by_state.groups, '{}') as "byState", coalesce(by_level.groups, '{}') as "byLevel",
    coalesce(handovers.open, 0) as "openHandovers", coalesce(tasks.late, 0) as "lateTasks", coalesce(handovers.late, 0) as "lateHandovers",
    coalesce((by_state.groups ->> 'unknown')::int, 0) as "silentGroups",
    coalesce(alerts.open, 0) as "openAlerts", coalesce(registers.missing, 0) as "missingRegisters", coalesce(blocked.streams, 0) as "blockedStreams"
  from its_site s left join by_state on by_state.site_id = s.id left join by_level on by_level.site_id = s.id
    left join handovers on handovers.site_id = s.id left join tasks on tasks.site_id = s.id left join alerts on alerts.site_id = s.id
    left join registers on registers.site_id = s.id left join blocked on blocked.site_id = s.id
  order by lower(s.name), s.id`;

@Injectable()
export class SiteQueries {
  constructor(private readonly work: Work) {}

  list(after: SitePosition | undefined, most: number): Promise<SiteRow[]> {
    const [name = null, id = null] = after ?? [];
    return this.work.manager.query(LIST, [name, id, most]);
  }

  /** By name; a site that may not be seen is left out. */
  overviews({ everywhere, sites }: Pick<Scope, 'everywhere' | 'sites'>): Promise<SiteOverview[]> {
    const today = londonDate(this.work.now());
    return this.work.manager.query(OVERVIEWS, [today, everywhere, sites]);
  }
}
