import type { NewDue } from '@followon/shared/db/due/arm-due';
import { addDays } from '@followon/shared/rules/calendar/civil-date';
import { londonInstant } from '@followon/shared/rules/calendar/london';
import { momentsOf } from '@followon/shared/rules/nudge/moments';
import { taskDue } from '@followon/shared/rules/nudge/nudges/task-due';

interface DatedTask {
  readonly id: string;
  readonly dueOn: string;
  readonly ownerRole: string;
}

interface Place {
  readonly siteId: string;
  /** The programme's or the group's. */
  readonly streamId: string;
  readonly now: Date;
}

/** When the sweeps look at a task: late the day after it is due, and at each moment at which its owner is reminded. */
export function taskDues(tasks: readonly DatedTask[], { siteId, streamId, now }: Place): NewDue[] {
  return tasks
    .filter(({ ownerRole }) => ownerRole !== 'system') // the product's own task: a fact ticks it, nobody is reminded
    .flatMap(({ id, dueOn }) => {
      const row = { siteId, streamId, subjectId: id };
      const late = {
        ...row,
        rule: 'task-overdue',
        occurrence: dueOn,
        dueAt: londonInstant(addDays(dueOn, 1), '07:00'),
      };
      const reminders = momentsOf(taskDue, dueOn)
        .filter(({ useBy }) => useBy > now)
        .map(({ offsetDays, from }) => ({
          ...row,
          rule: 'task-reminder',
          occurrence: `${dueOn}/${offsetDays}`,
          dueAt: from,
        }));
      return [late, ...reminders];
    });
}
