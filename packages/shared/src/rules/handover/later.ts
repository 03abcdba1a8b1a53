import { addDays } from '../calendar/civil-date.js';
import { isSettled } from './task-states.js';
import type { TaskState } from './task-states.js';

/** "Not today": how many days a task can be put off at a time. Its due date stays. */
export const laterDays = [1, 3, 7] as const;
export type LaterDays = (typeof laterDays)[number];

export type PutOff = { readonly until: string } | { readonly refused: 'settled' | 'aside' | 'escalated' };

type Puttable = { readonly state: TaskState; readonly escalatedTo: string | null };

/** Whether it can be put off at all. */
export const mayPutOff = (task: Puttable): boolean => refusal(task) === undefined;

/**
 * Puts a task off; nobody is reminded before that day. Not once somebody else was told that it is late: then the
 * question is who does it, and Pass it on answers that.
 */
export function putOff(
  task: Puttable,
  { today, days }: { readonly today: string; readonly days: LaterDays },
): PutOff {
  const refused = refusal(task);
  return refused ? { refused } : { until: addDays(today, days) };
}

function refusal({ state, escalatedTo }: Puttable): 'settled' | 'aside' | 'escalated' | undefined {
  if (isSettled(state)) return 'settled';
  if (state !== 'open' && state !== 'overdue') return 'aside';
  return state === 'overdue' && escalatedTo !== null ? 'escalated' : undefined;
}
