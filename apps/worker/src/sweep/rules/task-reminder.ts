import { armDue } from '@followon/shared/db/due/arm-due';
import { londonDate } from '@followon/shared/rules/calendar/london';
import { nextLook } from '../../handover/task-dues.js';
import { loadTask, ownersOf } from '../../nudges/task-owners.js';
import { tellFromSweep } from '../plan-from-sweep.js';
import type { SweepRule } from '../sweep-rule.js';

/** Before a task is due, on the day and after it: its owner of that day hears of it, with everything else on the list. */
export const taskReminder: SweepRule = {
  rule: 'task-reminder',
  afterDowntime: 'catch up',
  async sweep(due, context) {
    const { manager, now } = context;
    const [dueOn = '', offset] = due.occurrence.split('/');
    const task = await loadTask(manager, due.subject_id);
    if (!task || task.due_on !== dueOn) return 'the task has moved';
    const look = { rule: 'task-reminder', offsetDays: Number(offset) } as const;
    const place = { siteId: due.site_id, streamId: due.stream_id };
    await armDue(manager, nextLook({ id: task.id, key: task.key, dueOn }, look, place));
    if (!task.is_running) return 'its list is closed';
    if (task.state !== 'open' && task.state !== 'overdue') return 'its owner has said something about it';

    const to = await ownersOf(manager, task, londonDate(now));
    return tellFromSweep(due, { to, taskId: task.id }, context);
  },
};
