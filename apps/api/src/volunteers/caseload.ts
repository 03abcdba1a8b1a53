import { IS_UNDER_WAY } from '../sites/figures.js';

/**
 * Programmes not finished and handovers still open beside which somebody stands, as SQL: whoever stands in may have to
 * take over on any day, so both parts count. Served by the two partial indexes on `programme`.
 * @param account and site: SQL
 */
export const caseloadOf = (account: string, site: string, without = 'null'): string =>
  `(select count(*) from programme p left join handover h on h.programme_id = p.id
    where (p.ptv_id = ${account} or p.deputy_id = ${account}) and p.site_id = ${site} and p.id is distinct from ${without}
      and case when h.id is null then p.finished_on is null else ${IS_UNDER_WAY} end)`;

/** The first day back of whoever has a break on that day, as SQL; the worker writes `paused_until` a moment later. */
export const pausedUntilOf = (volunteer: string, today: string): string =>
  `(select max(u) from (select ${volunteer}.paused_until as u where ${volunteer}.paused_until > ${today}
    union all select b.until_on from volunteer_break b
      where b.volunteer_id = ${volunteer}.id and b.ended_on is null and b.until_on > ${today}) paused)`;
