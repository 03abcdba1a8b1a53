import { prepared } from '@followon/shared/db/prepared';
import type { Country } from '@followon/shared/rules/calendar/country';
import type { Anchor } from '@followon/shared/rules/handover/task';
import type { TaskState } from '@followon/shared/rules/handover/task-states';
import type { EntityManager } from 'typeorm';

/** What a handover hangs on. */
export interface ProgrammeFacts {
  readonly id: string;
  readonly site_id: string;
  /** Of the site: its holidays are respected. */
  readonly country: Country;
  /** When it finished or, before that, its last session. */
  readonly last_session_on: string;
  readonly mode: 'in-person' | 'online' | 'hybrid';
  readonly clinician_id: string | null;
  readonly ptv_id: string | null;
  readonly handover_id: string | null;
  readonly group_id: string | null;
  readonly first_meeting_on: string | null;
}

const PROGRAMME = {
  name: 'programme-facts',
  text: `
  select p.id, p.site_id, (select country from site where id = p.site_id) as country, coalesce(p.finished_on, p.last_session_on) as last_session_on, p.mode, p.clinician_id, p.ptv_id, h.id as handover_id,
    g.id as group_id, (select min(m.held_on) from meeting m where m.group_id = g.id and m.outcome in ('planned', 'held')) as first_meeting_on
  from programme p
  left join handover h on h.programme_id = p.id
  left join lateral (select coalesce(case when h.route <> 'join' then h.group_id end,
    (select id from follow_on_group where programme_id = p.id order by created_at desc, id limit 1)) as id) g on true
  where p.id = $1 for share of p`,
};

/**
 * Held as it is until the transaction ends: whoever names its volunteer or forms its group meanwhile finds the handover.
 * @throws Error when the programme is not there: its events came first, so something is wrong.
 */
export async function loadProgramme(manager: EntityManager, programmeId: string): Promise<ProgrammeFacts> {
  const [row] = await prepared<ProgrammeFacts>(manager, PROGRAMME, [programmeId]);
  if (!row) throw new Error(`programme ${programmeId} is not there`);
  return row;
}

export interface TaskFacts {
  readonly id: string;
  readonly key: string;
  readonly anchor: Anchor;
  readonly due_offset_days: number;
  readonly state: TaskState;
  readonly due_on: string;
  readonly owner_role: string;
}

/** The tasks of a programme's handover, in list order; none while it has no handover. */
export async function loadTasks(manager: EntityManager, programmeId: string): Promise<TaskFacts[]> {
  return manager.query(
    `select t.id, t.key, t.anchor, t.due_offset_days, t.state, t.due_on, t.owner_role from handover_task t join handover h on h.id = t.handover_id
     where h.programme_id = $1 order by t.position`,
    [programmeId],
  );
}
