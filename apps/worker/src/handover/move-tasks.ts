import { londonDate } from '@followon/shared/rules/calendar/london';
import { moveHandover } from '@followon/shared/rules/handover/move-handover';
import type { EntityManager } from 'typeorm';
import { armAnew } from './arm-anew.js';
import type { ProgrammeFacts, TaskFacts } from './programme-facts.js';
import { loadTasks } from './programme-facts.js';

const MOVE = `
  update handover_task t set due_on = m.due_on, do_now = false, later_until = null, version = t.version + 1,
    state = case when t.state = 'overdue' and m.due_on >= $2::date then 'open' else t.state end,
    escalated_to = case when m.due_on >= $2::date then null else t.escalated_to end
  from jsonb_to_recordset($1::jsonb) as m(id uuid, due_on date)
  where t.id = m.id and t.state not in ('done', 'not-applicable')`;

/** Moves the undone tasks to where the programme's dates now put them; answers how many moved. */
export async function moveTasks(
  manager: EntityManager,
  programme: ProgrammeFacts,
  now: Date,
): Promise<number> {
  const tasks = await loadTasks(manager, programme.id);
  const today = londonDate(now);
  const moves = moveHandover({
    tasks: tasks.map(({ id, state, anchor, due_offset_days, due_on }) => ({
      ...{ id, state, anchor, dueOffsetDays: due_offset_days, dueOn: due_on },
    })),
    lastSessionOn: programme.last_session_on,
    firstMeetingOn: programme.first_meeting_on ?? undefined,
    country: programme.country,
    today,
  });
  if (moves.length === 0) return 0;

  await manager.query(MOVE, [
    JSON.stringify(moves.map(({ taskId, dueOn }) => ({ id: taskId, due_on: dueOn }))),
    today,
  ]);
  const moved = moves.map(({ taskId, dueOn }) => ({ id: taskId, dueOn, ...known(tasks, taskId) }));
  await armAnew(manager, moved, { siteId: programme.site_id, streamId: programme.id, now });
  return moves.length;
}

function known(tasks: readonly TaskFacts[], taskId: string): { key: string; ownerRole: string } {
  const task = tasks.find(({ id }) => id === taskId);
  return { key: task?.key ?? '', ownerRole: task?.owner_role ?? 'system' };
}
