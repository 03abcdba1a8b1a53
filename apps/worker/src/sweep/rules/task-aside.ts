import { londonDate } from '@followon/shared/rules/calendar/london';
import { staffOf } from '../../nudges/recipients.js';
import { loadTask } from '../../nudges/task-owners.js';
import { tellFromSweep } from '../plan-from-sweep.js';
import type { SweepRule } from '../sweep-rule.js';

/** The morning after somebody could not do a task: the volunteer leads hear that it is with them now. */
export const taskAside: SweepRule = {
  rule: 'task-aside',
  afterDowntime: 'catch up',
  async sweep(due, context) {
    const { manager, now } = context;
    const task = await loadTask(manager, due.subject_id);
    if (!task?.is_running) return 'its list is closed';
    if (task.state !== 'cannot' && task.state !== 'passed-on') return 'it was taken back, or is done';
    const to = await staffOf(manager, due.site_id, { roles: ['lead'], today: londonDate(now) });
    return tellFromSweep(due, { to, taskId: task.id }, context);
  },
};
