import type { EntityManager } from 'typeorm';
import type { GroupHistory, MeetingFact, Rest } from '../../rules/health/facts.js';

interface HistoryRow {
  readonly cadence: GroupHistory['cadence'];
  readonly meetings: MeetingFact[];
  readonly rests: Rest[];
}

/** Columns of a query over `follow_on_group g` that make a {@link GroupHistory}. */
export const historyColumns = `g.cadence,
  coalesce((select jsonb_agg(jsonb_build_object('meetingId', m.id, 'on', m.held_on, 'outcome', m.outcome, 'headcount', m.headcount,
                                                'headcountOnly', m.outcome = 'held' and not m.named) order by m.held_on)
            from meeting m where m.group_id = g.id), '[]') as meetings,
  coalesce((select jsonb_agg(jsonb_build_object('from', r.from_on, 'until', r.until_on) order by r.from_on)
            from group_rest r where r.group_id = g.id), '[]') as rests`;

/** Everything the health engine needs of one group, in one query; undefined when no such group may be seen. */
export async function loadGroupHistory(
  manager: EntityManager,
  groupId: string,
): Promise<GroupHistory | undefined> {
  const rows: HistoryRow[] = await manager.query(
    `select ${historyColumns} from follow_on_group g where g.id = $1`,
    [groupId],
  );
  return rows[0];
}
