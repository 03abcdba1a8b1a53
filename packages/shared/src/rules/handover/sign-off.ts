import { isSettled } from './task-states.js';
import type { TaskState } from './task-states.js';

type SignOffTask = { readonly key: string; readonly blocking: boolean; readonly state: TaskState };

/** The task that signing off itself completes, so it never stands in its own way. */
export const SIGN_OFF_TASK = 'handover_done';

/** Keys of what still stands in the way of signing off, in list order; empty when nothing does. */
export function openBlocking<T extends SignOffTask>(tasks: readonly T[]): T['key'][] {
  return tasks
    .filter(({ key, blocking, state }) => blocking && key !== SIGN_OFF_TASK && !isSettled(state))
    .map(({ key }) => key);
}
