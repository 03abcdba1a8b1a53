import { londonDate } from '@followon/shared/rules/calendar/london';
import { isSettled } from '@followon/shared/rules/handover/task-states';
import { momentsOf } from '@followon/shared/rules/nudge/moments';
import { taskDue } from '@followon/shared/rules/nudge/nudges/task-due';
import { loadTask, ownersOf } from '../../nudges/task-owners.js';
import { planFromSweep } from '../plan-from-sweep.js';
import type { SweepRule } from '../sweep-rule.js';

/** Before a task is due and on the day: its owner of that day is reminded. */
export const taskReminder: SweepRule = {
  rule: 'task-reminder',
  afterDowntime: 'catch up',
  async sweep(due, { manager, now }) {
    const [dueOn, offset] = due.occurrence.split('/');
    const task = await loadTask(manager, due.subject_id);
    if (!task || task.due_on !== dueOn) return 'the task has moved';
    if (isSettled(task.state)) return 'the task is done';
    const moment = momentsOf(taskDue, dueOn).find(({ offsetDays }) => offsetDays === Number(offset));
    if (!moment) return 'no such moment any more';

    const to = await ownersOf(manager, task, londonDate(now));
    const figures = { task: task.key, dueOn };
    return planFromSweep(
      due,
      { cause: 'handover.opened.v1', nudge: taskDue, subjectId: task.id, moment, to, figures },
      { manager, now },
    );
  },
};
