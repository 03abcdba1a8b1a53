import type { SiteOverview, SiteView } from '@followon/shared/contract/sites';
import { londonDate } from '@followon/shared/rules/calendar/london';
import { Injectable } from '@nestjs/common';
import { z } from 'zod';
import { Work } from '../work/work.js';

export const SitePosition = z.tuple([z.string(), z.uuid()]);
type SitePosition = z.infer<typeof SitePosition>;

/** `sortName` is folded by the database, so that pages follow its order. */
export type SiteRow = SiteView & { readonly sortName: string };

const LIST = `
  select id, name, country, lower(name) as "sortName" from site
  where $1::text is null or (lower(name), id) > ($1, $2::uuid)
  order by lower(name), id limit $3`;

/** `watch` is internal and counts as steady; a level speaks only for groups that are going. */
const OVERVIEW = `
  with its_group as (
    select g.id, g.state, g.state in ('forming', 'meeting', 'unknown') as goes_on,
      case h.level when 'watch' then 'steady' else h.level end as level, coalesce(h.no_news or h.quiet, false) as silent
    from follow_on_group g left join group_health h on h.group_id = g.id where g.site_id = $1
  ), late as (select handover_id from handover_task where site_id = $1 and state = 'overdue')
  select s.id as "siteId", s.name as "siteName",
    (select count(*) from its_group) as groups,
    (select coalesce(jsonb_object_agg(state, n), '{}') from (select state, count(*) as n from its_group group by state) by_state) as "byState",
    (select coalesce(jsonb_object_agg(level, n), '{}') from (
      select coalesce(case when goes_on then level end, 'none') as level, count(*) as n from its_group group by 1) by_level) as "byLevel",
    (select count(*) from handover where site_id = $1 and state = 'open') as "openHandovers",
    (select count(*) from late) as "lateTasks",
    (select count(distinct handover_id) from late) as "lateHandovers",
    (select count(*) from its_group where goes_on and silent) as "silentGroups",
    (select count(*) from alert where site_id = $1 and state in ('open', 'acknowledged')) as "openAlerts",
    (select count(*) from its_group g join meeting m on m.group_id = g.id and m.outcome = 'planned' and m.held_on < $2
      where g.state not in ('closed', 'closed-well', 'merged')) as "missingRegisters",
    (select count(distinct e.stream_id) from dead_event d join event e on e.event_id = d.event_id
      where d.site_id = $1 and d.resolution is null) as "blockedStreams"
  from site s where s.id = $1`;

@Injectable()
export class SiteQueries {
  constructor(private readonly work: Work) {}

  list(after: SitePosition | undefined, most: number): Promise<SiteRow[]> {
    const [name = null, id = null] = after ?? [];
    return this.work.manager.query(LIST, [name, id, most]);
  }

  async overview(siteId: string): Promise<SiteOverview | undefined> {
    const today = londonDate(this.work.now());
    const rows: SiteOverview[] = await this.work.manager.query(OVERVIEW, [siteId, today]);
    return rows[0];
  }
}
