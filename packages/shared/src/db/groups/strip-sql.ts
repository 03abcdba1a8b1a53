/**
 * A lateral join that gives one group's latest meetings as `strip.meetings` (the facts that the turnout strip is made
 * of, oldest first): the last ones up to the latest that was reported, and the next planned one. Both halves read
 * the index on group and date, so that a page of groups costs one query and a handful of rows each.
 * @param groupId SQL of the group's id
 * @param slots SQL of how many meetings to read
 */
export const stripSql = (groupId: string, slots: string): string => `
  left join lateral (select m.held_on as reported_on from meeting m
    where m.group_id = ${groupId} and m.outcome <> 'planned' order by m.held_on desc limit 1) latest on true
  left join lateral (
    select coalesce(jsonb_agg(jsonb_build_object('meetingId', m.id, 'on', m.held_on, 'outcome', m.outcome, 'headcount', m.headcount,
      'headcountOnly', m.outcome = 'held' and not m.named) order by m.held_on), '[]') as meetings
    from ((select * from meeting past where past.group_id = ${groupId} and past.held_on <= latest.reported_on
            order by past.held_on desc limit ${slots})
      union all
          (select * from meeting next where next.group_id = ${groupId} and next.outcome = 'planned'
            and next.held_on > coalesce(latest.reported_on, '-infinity'::date) order by next.held_on limit 1)) m
  ) strip on true
  left join lateral (select coalesce(jsonb_agg(jsonb_build_object('from', r.from_on, 'until', r.until_on) order by r.from_on), '[]') as rests
    from group_rest r where r.group_id = ${groupId}) breaks on true`;
