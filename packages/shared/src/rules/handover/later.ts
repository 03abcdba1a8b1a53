import { addDays } from '../calendar/civil-date.js';
import { isSettled } from './task-states.js';
import type { TaskState } from './task-states.js';

/** "Not today": how many days a task can be put off at a time. Its due date stays. */
export const laterDays = [1, 3, 7] as const;
export type LaterDays = (typeof laterDays)[number];

export type PutOff = { readonly until: string } | { readonly refused: 'settled' | 'aside' | 'escalated' };

/**
 * Puts a task off; nobody is reminded before that day. Not once somebody else was told that it is late: then the
 * question is who does it, and Pass it on answers that.
 */
export function putOff(
  task: { readonly state: TaskState; readonly escalatedTo: string | null },
  { today, days }: { readonly today: string; readonly days: LaterDays },
): PutOff {
  if (isSettled(task.state)) return { refused: 'settled' };
  if (task.state !== 'open' && task.state !== 'overdue') return { refused: 'aside' };
  if (task.state === 'overdue' && task.escalatedTo !== null) return { refused: 'escalated' };
  return { until: addDays(today, days) };
}
