import type { Nudge } from '../nudge.js';

/**
 * To the owner of a handover task: before it is due, on the day, and the day after, when it is late. On the third day the
 * volunteer lead hears of it instead: three messages about one task are enough for anybody.
 */
export const taskDue = {
  key: 'task_due',
  audience: 'staff',
  alsoFor: ['volunteer', 'role-holder'],
  purpose: 'handover-task',
  countsFrom: 'due-date',
  offsetDays: [-3, 0],
  useByDays: 2,
  choices: ['done', 'cannot', 'pass-on'],
  needsOptIn: false,
} as const satisfies Nudge;
