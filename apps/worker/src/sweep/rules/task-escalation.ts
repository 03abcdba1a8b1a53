import { append } from '@followon/shared/db/ledger/append';
import { londonDate } from '@followon/shared/rules/calendar/london';
import { escalatedTo } from '@followon/shared/rules/handover/late-tasks';
import { loadTask } from '../../nudges/task-owners.js';
import type { SweepRule } from '../sweep-rule.js';

/** Three days late the volunteer lead hears of a task, after seven the site administrator. */
export const taskEscalation: SweepRule = {
  rule: 'task-escalation',
  afterDowntime: 'catch up',
  async sweep(due, { manager, now }) {
    const [dueOn, stage] = due.occurrence.split('/');
    const to = (['lead', 'site-admin'] as const).find((known) => known === stage);
    if (!to) throw new Error(`due row ${due.id} names no stage`);
    const task = await loadTask(manager, due.subject_id, 'lock');
    if (!task || task.due_on !== dueOn) return 'the task has moved';
    if (!escalatedTo({ state: task.state, dueOn }, londonDate(now)).includes(to))
      return 'the task is not late';

    await manager.query('update handover_task set escalated_to = $2, version = version + 1 where id = $1', [
      task.id,
      to,
    ]);
    const payload = { handoverId: task.handover_id, taskId: task.id, key: task.key, to };
    await append(manager, {
      name: 'handover-task.escalated.v1',
      streamId: due.stream_id,
      streamKind: task.stream_kind,
      siteId: due.site_id,
      payload,
      occurredAt: now,
    });
    return `escalated to the ${to}`;
  },
};
