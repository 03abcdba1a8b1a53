import { nextWorkingDay } from '../calendar/working-days.js';
import { dueDate } from './due-date.js';
import type { Anchors } from './due-date.js';
import type { TaskTemplate } from './task.js';

/** A task of a list with its day, as it is written into the checklist. */
export type PlannedTask = TaskTemplate & {
  readonly dueOn: string;
  /** 1 for the first task of the list. */
  readonly position: number;
  /** Its day had passed when the checklist opened, so it is asked for at once and is not late. */
  readonly doNow: boolean;
};

/**
 * A list of tasks for a programme whose last session is on `lastSessionOn`, opened on `openedOn`. Nothing is late on
 * the day it opens: what should have been done already is due the next working day.
 */
export function planHandover({
  tasks,
  openedOn,
  ...anchors
}: Anchors & { readonly tasks: readonly TaskTemplate[]; readonly openedOn: string }): PlannedTask[] {
  return tasks.map((task, index) => {
    const planned = dueDate(task, anchors);
    const doNow = planned < openedOn;
    return {
      ...task,
      dueOn: doNow ? nextWorkingDay(openedOn, anchors.country) : planned,
      position: index + 1,
      doNow,
    };
  });
}
