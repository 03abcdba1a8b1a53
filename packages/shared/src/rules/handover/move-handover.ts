import { nextWorkingDay } from '../calendar/working-days.js';
import { dueDate } from './due-date.js';
import type { Anchors } from './due-date.js';
import type { TaskTemplate } from './task.js';
import { isSettled } from './task-states.js';
import type { TaskState } from './task-states.js';

/** A task as it stands in a checklist, with what its day counts from. */
export type StandingTask = Pick<TaskTemplate, 'anchor' | 'dueOffsetDays'> & {
  readonly id: string;
  readonly state: TaskState;
  readonly dueOn: string;
};

export type Move = { readonly taskId: string; readonly dueOn: string };

/**
 * New due dates when the last session moves or the first meeting is fixed. Settled tasks stay, no date falls in
 * the past, and nobody is excused by it: a task that is late stays late unless its new day is still to come.
 * Asking twice moves nothing the second time.
 */
export function moveHandover({
  tasks,
  today,
  ...anchors
}: Anchors & { readonly tasks: readonly StandingTask[]; readonly today: string }): Move[] {
  return tasks
    .filter((task) => !isSettled(task.state))
    .map((task) => ({ task, dueOn: newDueDate(task, anchors, today) }))
    .filter(({ task, dueOn }) => dueOn !== task.dueOn)
    .map(({ task, dueOn }) => ({ taskId: task.id, dueOn }));
}

function newDueDate(task: StandingTask, anchors: Anchors, today: string): string {
  const planned = dueDate(task, anchors);
  if (planned >= today) return planned;
  const soon = nextWorkingDay(today, anchors.country);
  return task.dueOn < soon ? task.dueOn : soon;
}
