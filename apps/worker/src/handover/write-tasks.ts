import { randomUUID } from 'node:crypto';
import { armDue } from '@followon/shared/db/due/arm-due';
import { prepared } from '@followon/shared/db/prepared';
import type { PlannedTask } from '@followon/shared/rules/handover/plan-handover';
import type { EntityManager } from 'typeorm';
import { ownWords } from './own-words.js';
import { taskDues } from './task-dues.js';

/** The checklist that gets tasks: its stream is its programme's or its group's. */
export interface Checklist {
  readonly handoverId: string;
  readonly siteId: string;
  readonly streamId: string;
}

const TASKS = {
  name: 'write-tasks',
  text: `
  insert into handover_task (id, site_id, handover_id, key, position, owner_role, assignee_id, anchor, due_offset_days, closed_by, title, why,
    done_when, after, due_on, do_now, blocking)
  select id, $2::uuid, $3::uuid, key, position, owner_role, assignee_id, anchor, due_offset_days, closed_by, title, why, done_when,
    array(select jsonb_array_elements_text(after)), due_on, do_now, blocking
  from jsonb_to_recordset($1::jsonb) as t(id uuid, key text, position int, owner_role text, assignee_id uuid, anchor text, due_offset_days int,
    closed_by text, title text, why text, done_when text, after jsonb, due_on date, do_now boolean, blocking boolean)
  on conflict (handover_id, key) do nothing`,
};

/**
 * Writes planned tasks into a checklist and arms their days.
 * @param assigneeOf the account that a role's tasks are with; null: everybody's who has the role
 */
export async function writeTasks(
  manager: EntityManager,
  { handoverId, siteId, streamId }: Checklist,
  tasks: {
    readonly planned: readonly PlannedTask[];
    readonly assigneeOf: (ownerRole: string) => string | null;
    readonly now: Date;
  },
): Promise<void> {
  if (tasks.planned.length === 0) return;
  const withIds = tasks.planned.map((task) => ({ ...task, id: randomUUID() }));
  const rows = withIds.map((task) => rowOf(task, tasks.assigneeOf(task.ownerRole)));
  await prepared(manager, TASKS, [JSON.stringify(rows), siteId, handoverId]);
  await armDue(manager, taskDues(withIds, { siteId, streamId, now: tasks.now }));
}

function rowOf(task: PlannedTask & { readonly id: string }, assigneeId: string | null): object {
  return {
    ...{
      id: task.id,
      key: task.key,
      position: task.position,
      owner_role: task.ownerRole,
      assignee_id: assigneeId,
    },
    ...{ anchor: task.anchor, due_offset_days: task.dueOffsetDays, closed_by: task.closedBy },
    ...ownWords(task),
    ...{ after: task.after ?? [], due_on: task.dueOn, do_now: task.doNow, blocking: task.blocking },
  };
}
