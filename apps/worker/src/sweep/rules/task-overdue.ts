import { armDue } from '@followon/shared/db/due/arm-due';
import { append } from '@followon/shared/db/ledger/append';
import { addDays } from '@followon/shared/rules/calendar/civil-date';
import { londonDate, londonInstant } from '@followon/shared/rules/calendar/london';
import { defaultEscalationDays, isOverdue } from '@followon/shared/rules/handover/late-tasks';
import { loadTask } from '../../nudges/task-owners.js';
import type { SweepRule } from '../sweep-rule.js';

/** The day after a task was due. One that somebody has set aside keeps saying so, but it is late all the same. */
export const taskOverdue: SweepRule = {
  rule: 'task-overdue',
  afterDowntime: 'catch up',
  async sweep(due, { manager, now }) {
    const task = await loadTask(manager, due.subject_id, 'lock');
    if (!task || task.due_on !== due.occurrence) return 'the task has moved';
    if (!isOverdue({ state: task.state, dueOn: task.due_on }, londonDate(now))) return 'the task is not late';

    await manager.query(
      `update handover_task set state = 'overdue', version = version + 1 where id = $1 and state = 'open'`,
      [task.id],
    );
    const stages = (['lead', 'site-admin'] as const).map((stage) => ({
      ...{ rule: 'task-escalation', siteId: due.site_id, streamId: due.stream_id, subjectId: task.id },
      occurrence: `${task.due_on}/${stage}`,
      dueAt: londonInstant(addDays(task.due_on, defaultEscalationDays[stage]), '07:00'),
    }));
    await armDue(manager, stages);
    const payload = { handoverId: task.handover_id, taskId: task.id, key: task.key, dueOn: task.due_on };
    await append(manager, {
      name: 'handover-task.overdue.v1',
      streamId: due.stream_id,
      streamKind: task.stream_kind,
      siteId: due.site_id,
      payload,
      occurredAt: now,
    });
    return 'the task is late';
  },
};
