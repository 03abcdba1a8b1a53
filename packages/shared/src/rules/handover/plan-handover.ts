import { nextWorkingDay } from '../calendar/working-days.js';
import { dueDate } from './due-date.js';
import type { Anchors } from './due-date.js';
import type { OwnerRole } from './task.js';
import { baseTemplate } from './templates/base.js';
import type { TaskKey } from './templates/base.js';

export type PlannedTask = {
  readonly key: TaskKey;
  readonly ownerRole: OwnerRole;
  readonly dueOn: string;
  readonly blocking: boolean;
  /** 1 for the first task of the list. */
  readonly position: number;
  /** Its day had passed when the checklist opened, so it is asked for at once and is not late. */
  readonly doNow: boolean;
};

/**
 * The checklist of a programme whose last session is on `lastSessionOn`, opened on `openedOn`. Nothing is late on
 * the day it opens: what should have been done already is due the next working day.
 */
export function planHandover({
  openedOn,
  ...anchors
}: Anchors & { readonly openedOn: string }): PlannedTask[] {
  return baseTemplate.map((task, index) => {
    const planned = dueDate(task, anchors);
    const doNow = planned < openedOn;
    return {
      key: task.key,
      ownerRole: task.ownerRole,
      dueOn: doNow ? nextWorkingDay(openedOn) : planned,
      blocking: task.blocking,
      position: index + 1,
      doNow,
    };
  });
}
