import type { TaskState } from '@followon/shared/rules/handover/task-states';
import type { EntityManager } from 'typeorm';
import type { Addressee } from './recipients.js';
import { ownerOf, staffOf } from './recipients.js';

export interface OwnedTask {
  readonly id: string;
  readonly site_id: string;
  readonly handover_id: string;
  /** The stream of its list: the programme's, or the group's. */
  readonly stream_id: string;
  readonly stream_kind: 'programme' | 'group';
  readonly key: string;
  readonly state: TaskState;
  readonly due_on: string;
  readonly owner_role: string;
  readonly assignee_id: string | null;
  readonly escalated_to: 'lead' | 'site-admin' | null;
  /** Its list is under way; of one whose people said no, what comes after that still is. */
  readonly is_running: boolean;
  /** It is the group's own, and the group takes a break. */
  readonly is_resting: boolean;
}

/** As it is now; `lock` keeps it so until the transaction ends, for whoever says something about it. */
export async function loadTask(
  manager: EntityManager,
  taskId: string,
  lock: 'lock' | 'no lock' = 'no lock',
): Promise<OwnedTask | undefined> {
  const [row]: OwnedTask[] = await manager.query(
    `select t.id, t.site_id, t.handover_id, coalesce(h.programme_id, h.group_id) as stream_id,
       case when h.programme_id is null then 'group' else 'programme' end as stream_kind, t.key, t.state, t.due_on, t.owner_role, t.assignee_id,
       t.escalated_to, h.state in ('open', 'signed-off', 'accepted') or coalesce(h.state = 'declined' and t.due_on >= h.declined_on, false) as is_running,
       t.owner_role = 'contact' and exists (select from follow_on_group g where g.id = h.group_id and g.state = 'resting') as is_resting
     from handover_task t join handover h on h.id = t.handover_id where t.id = $1 ${lock === 'lock' ? 'for update of t' : ''}`,
    [taskId],
  );
  return row;
}

/** Why nobody is asked for it at the moment; undefined: nothing stands in the way. */
export function whyQuiet({ is_running, is_resting }: OwnedTask): string | undefined {
  if (!is_running) return 'its list is closed';
  return is_resting ? 'its group takes a break' : undefined;
}

/** Whom a task is with; while nobody has it, everybody at the site whose kind of task it is, volunteers left in peace. */
export async function ownersOf(manager: EntityManager, task: OwnedTask, today: string): Promise<Addressee[]> {
  const role = task.owner_role;
  if (task.assignee_id) return ownerOf(manager, task.assignee_id, { role, today });
  return role === 'lead' || role === 'clinician'
    ? staffOf(manager, task.site_id, { roles: [role], today })
    : [];
}
