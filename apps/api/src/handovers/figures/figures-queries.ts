import { goesOnIn } from '@followon/shared/db/handovers/group-of';
import { EXPIRING_DAYS } from '@followon/shared/rules/volunteer/currency';
import { addDays } from '@followon/shared/rules/calendar/civil-date';
import { londonDate } from '@followon/shared/rules/calendar/london';
import { Injectable } from '@nestjs/common';
import type { Scope } from '../../auth/scope.js';
import { IS_LATE, IS_UNDER_WAY } from '../../sites/figures.js';
import { Work } from '../../work/work.js';

/** Programmes that end so soon are shown while they have no volunteer; issue and product.md section 7 name the 60 days. */
const ENDING_DAYS = 60;
/** How far back the days to a first meeting are counted: two years, so that old habits do not hide new ones. */
const FIRST_MEETING_SINCE_DAYS = 730;

const IN_SITES = (site: string): string =>
  `(($1::boolean or ${site} = any($2::uuid[])) and ($3::uuid is null or ${site} = $3))`;

const SITES = `select s.id as "siteId", s.name as "siteName" from site s where ${IN_SITES('s.id')} order by lower(s.name), s.id`;

/** A volunteer whose account is closed stands beside nobody. */
const HAS_PTV = 'exists (select from account v where v.id = p.ptv_id and v.disabled_at is null)';

const WITHOUT = `
  select p.site_id as "siteId", p.id as "programmeId", p.name, p.last_session_on as "lastSessionOn", p.last_session_on - $4::date as "daysLeft",
    (select count(*) from volunteer_request r where r.programme_id = p.id and r.part = 'ptv' and r.state = 'asked') as asked
  from programme p left join handover h on h.programme_id = p.id
  where ${IN_SITES('p.site_id')} and not ${HAS_PTV} and p.finished_on is null and p.last_session_on between $4::date and $5::date
    and (h.id is null or ${IS_UNDER_WAY})
  order by p.last_session_on, p.id limit 1000`;

const COUNTS = `
  select h.site_id as "siteId", count(*) filter (where ${IS_LATE}) as late, count(*) filter (where h.programme_id is not null) as "underWay",
    count(*) filter (where ${HAS_PTV}) as "withVolunteer"
  from handover h left join programme p on p.id = h.programme_id
  where ${IN_SITES('h.site_id')} and ${IS_UNDER_WAY} group by h.site_id`;

/**
 * Null: the group has not met yet, or there is none though people wanted one. Where they joined a group that is there already,
 * what counts is the day they first visited: it meets without them too.
 */
const FIRST_MEETINGS = `
  select p.site_id as "siteId", (
    select min(met.on) from (
      select m.held_on as on from follow_on_group g join meeting m on m.group_id = g.id
        where (g.programme_id = p.id or ${goesOnIn('g.id')}) and m.outcome = 'held'
      union all select (t.evidence ->> 'on')::date from handover_task t
        where t.handover_id = h.id and h.route = 'join' and t.key = 'visit_in_pairs' and t.state = 'done') met
    where met.on > p.finished_on) - p.finished_on as days
  from programme p left join handover h on h.programme_id = p.id
  where ${IN_SITES('p.site_id')} and p.finished_on between $4::date and $5::date and h.state is distinct from 'declined'`;

const EXPIRING = `
  select v.site_id as "siteId", v.account_id as "accountId", a.display_name as "displayName", v.training_until as "trainingUntil",
    v.checks_until as "checksUntil"
  from volunteer v join account a on a.id = v.account_id
  where ${IN_SITES('v.site_id')} and a.disabled_at is null and least(v.training_until, v.checks_until) <= $4::date
  order by least(v.training_until, v.checks_until), a.display_name, v.id limit 1000`;

type OfSite<T> = T & { readonly siteId: string };
export type SiteName = OfSite<{ readonly siteName: string }>;
export type Ending = OfSite<{
  programmeId: string;
  name: string;
  lastSessionOn: string;
  daysLeft: number;
  asked: number;
}>;
export type Counts = OfSite<{ late: number; underWay: number; withVolunteer: number }>;
export type FirstMeeting = OfSite<{ readonly days: number | null }>;
export type Expiring = OfSite<{
  readonly accountId: string;
  readonly displayName: string;
  readonly trainingUntil: string | null;
  readonly checksUntil: string | null;
}>;

export type Where = Pick<Scope, 'everywhere' | 'sites'> & { readonly site: string | undefined };

/** One statement a figure for all the sites asked for. */
@Injectable()
export class FiguresQueries {
  constructor(private readonly work: Work) {}

  sites(where: Where): Promise<SiteName[]> {
    return this.ask(SITES, where);
  }

  endingWithoutVolunteer(where: Where): Promise<Ending[]> {
    return this.ask(WITHOUT, where, this.today(), addDays(this.today(), ENDING_DAYS));
  }

  counts(where: Where): Promise<Counts[]> {
    return this.ask(COUNTS, where);
  }

  firstMeetings(where: Where): Promise<FirstMeeting[]> {
    return this.ask(FIRST_MEETINGS, where, addDays(this.today(), -FIRST_MEETING_SINCE_DAYS), this.today());
  }

  expiring(where: Where): Promise<Expiring[]> {
    return this.ask(EXPIRING, where, addDays(this.today(), EXPIRING_DAYS));
  }

  today(): string {
    return londonDate(this.work.now());
  }

  private ask<T>(sql: string, { everywhere, sites, site }: Where, ...rest: readonly unknown[]): Promise<T[]> {
    return this.work.manager.query(sql, [everywhere, sites, site ?? null, ...rest]);
  }
}
