import type { TaskState } from '@followon/shared/contract/handovers';
import { planHandover } from '@followon/shared/rules/handover/plan-handover';
import { BASE_TEMPLATE_VERSION, baseTemplate } from '@followon/shared/rules/handover/templates/base';
import type { ProgrammeRow } from './a-programme.js';
import type { TestDatabase } from './database.js';

export interface HandoverRow {
  readonly id: string;
  readonly site_id: string;
  readonly programme_id: string;
  readonly group_id: string | null;
}

export interface TaskRow {
  readonly id: string;
  readonly key: string;
  readonly state: TaskState;
  readonly version: number;
  readonly assignee_id: string | null;
  readonly done_by: string | null;
}

interface HandoverOptions {
  readonly groupId?: string | null;
  readonly openedOn?: string;
  /** States of tasks by key; the others are open. */
  readonly tasks?: Readonly<Record<string, TaskState>>;
  /** With whom the volunteer's tasks are. */
  readonly volunteerId?: string;
}

/** The checklist of a programme as the worker opens it, nothing ticked; only what matters is in the call. */
export async function aHandover(
  database: TestDatabase,
  programme: Pick<ProgrammeRow, 'id' | 'site_id' | 'last_session_on'>,
  options: HandoverOptions = {},
): Promise<HandoverRow> {
  const { groupId = null, openedOn = '2026-03-24', tasks = {}, volunteerId } = options;
  const handover = await database.insert<HandoverRow & Record<string, unknown>>('handover', {
    site_id: programme.site_id,
    programme_id: programme.id,
    group_id: groupId,
    template_version: BASE_TEMPLATE_VERSION,
    opened_on: openedOn,
  });
  for (const planned of planHandover({
    tasks: baseTemplate,
    country: 'england',
    openedOn,
    lastSessionOn: programme.last_session_on,
  })) {
    await database.insert('handover_task', {
      site_id: programme.site_id,
      handover_id: handover.id,
      key: planned.key,
      position: planned.position,
      owner_role: planned.ownerRole,
      assignee_id: planned.ownerRole === 'volunteer' ? (volunteerId ?? null) : null,
      anchor: planned.anchor,
      due_offset_days: planned.dueOffsetDays,
      closed_by: planned.closedBy,
      due_on: planned.dueOn,
      do_now: planned.doNow,
      blocking: planned.blocking,
      state: tasks[planned.key] ?? 'open',
    });
  }
  return handover;
}

/** One task of a checklist, as stored. */
export async function taskOf(database: TestDatabase, handoverId: string, key: string): Promise<TaskRow> {
  const [task] = await database.query<TaskRow & Record<string, unknown>>(
    'select * from handover_task where handover_id = $1 and key = $2',
    [handoverId, key],
  );
  if (!task) throw new Error(`handover ${handoverId} has no task ${key}`);
  return task;
}
