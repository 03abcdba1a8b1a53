import type { Nudge } from '../nudge.js';

/**
 * Everything on a person's list that is due soon, today or late, in one message a day, whatever the number of tasks: three
 * days before a task is due, on its day, and three days after. Whoever hears of a late task as the volunteer lead or the
 * administrator hears of it in the same message. The list is read when the message leaves. It belongs to a site: somebody
 * who helps at two sites has two lists, since what one site knows is not told in the other's name.
 */
export const taskDigest = {
  key: 'task_digest',
  audience: 'staff',
  alsoFor: ['volunteer', 'role-holder'],
  purpose: 'handover-task',
  countsFrom: 'due-date',
  offsetDays: [-3, 0, 3],
  useByDays: 2,
  choices: ['look', 'see-groups', 'later', 'pass-on'],
  needsOptIn: false,
  readsList: true,
} as const satisfies Nudge;
