import type { EntityManager } from 'typeorm';
import type { GroupHistory } from '../../rules/health/facts.js';

/**
 * Who came is told only where somebody was marked. json and not jsonb: it is only sent, and half as dear to make.
 */
const meetings = `
  coalesce((select json_agg(case when a.meeting_id is null
      then json_build_object('meetingId', m.id, 'on', m.held_on, 'outcome', m.outcome, 'headcount', m.headcount,
        'headcountOnly', m.outcome = 'held' and not m.named, 'newcomers', m.newcomers)
      else json_build_object('meetingId', m.id, 'on', m.held_on, 'outcome', m.outcome, 'headcount', m.headcount,
        'headcountOnly', false, 'newcomers', m.newcomers, 'attendees', a.present, 'apologies', cardinality(a.apologies)) end order by m.held_on)
    from meeting m left join attendance a on a.meeting_id = m.id and m.named and m.outcome = 'held' where m.group_id = g.id), '[]')`;

/** A contact person who is a host too is one person. The volunteer beside a group is none of its own. */
const roles = `
  (select json_agg(json_build_object('on', d.day, 'holders', d.holders, 'contacts', d.contacts) order by d.day) from (
    select days.day, count(distinct coalesce(r.account_id, r.member_id)) as holders,
      count(distinct coalesce(r.account_id, r.member_id)) filter (where r.kind = 'contact') as contacts
    from (select from_on as day from group_role where group_id = g.id and kind <> 'ptv'
      union select until_on from group_role where group_id = g.id and kind <> 'ptv' and until_on is not null) days
    left join group_role r on r.group_id = g.id and r.kind <> 'ptv' and r.from_on <= days.day and (r.until_on is null or r.until_on > days.day)
    group by days.day) d)`;

/**
 * Columns of a query over `follow_on_group g` that make a {@link GroupHistory}, together with {@link historyOf}. They tell
 * who came to which meeting: for the engine only. What is shown to people is made from `stripSql`, which does not.
 */
export const historyColumns = `g.cadence, g.welcomes_new as "welcomesNew",
  ${meetings} as meetings,
  coalesce((select json_agg(json_build_object('from', r.from_on, 'until', r.until_on) order by r.from_on)
            from group_rest r where r.group_id = g.id), '[]') as rests,
  coalesce((select json_agg(json_build_object('kind', r.kind, 'on', r.on_date, 'until', r.until_date) order by r.on_date, r.created_at)
            from group_report r where r.group_id = g.id), '[]') as reported,
  ${roles} as roles`;

/** What {@link historyColumns} answer. `roles` is null where nobody ever held a role in the group. */
export type HistoryRow = Required<Omit<GroupHistory, 'roles'>> & {
  readonly roles: NonNullable<GroupHistory['roles']> | null;
};

/** The history in a row of {@link historyColumns}, without the row's other columns. */
export const historyOf = ({
  cadence,
  welcomesNew,
  meetings,
  rests,
  reported,
  roles,
}: HistoryRow): GroupHistory => ({
  cadence,
  welcomesNew,
  meetings,
  rests,
  reported,
  ...(roles && { roles }),
});

/** Everything the health engine needs of one group, in one query; undefined when no such group may be seen. */
export async function loadGroupHistory(
  manager: EntityManager,
  groupId: string,
): Promise<GroupHistory | undefined> {
  const rows: HistoryRow[] = await manager.query(
    `select ${historyColumns} from follow_on_group g where g.id = $1`,
    [groupId],
  );
  return rows[0] && historyOf(rows[0]);
}
