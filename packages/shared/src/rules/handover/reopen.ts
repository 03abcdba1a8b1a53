import { isSettled } from './task-states.js';
import type { TaskState } from './task-states.js';

/** A task as it stands, with what closed it and whose hand was last on it. */
export type ClosedTask = {
  readonly id: string;
  readonly key: string;
  readonly state: TaskState;
  readonly dueOn: string;
  /** Keys of the tasks that come before it. */
  readonly after: readonly string[];
  readonly doneAt: Date | null;
  /** Null for a fact, which is nobody's hand. */
  readonly doneBy: string | null;
  /** The last thing that a person did to it. */
  readonly actedAt: Date | null;
  /** The fact that closed it. */
  readonly closedByEvent: string | null;
};

/** What a correction says: these facts were not so, and these tasks rested on them. */
export type Untrue = {
  readonly facts: ReadonlySet<string>;
  readonly keys: ReadonlySet<string>;
};

/**
 * The tasks that a correction opens again: those that the corrected fact closed, as long as nobody has acted since. Somebody
 * has when their hand was on the task itself, or when they have settled a task that comes after it or was due after it:
 * then the group is further on than the fact, and the list is theirs to mend.
 */
export function reopenable(tasks: readonly ClosedTask[], untrue: Untrue): string[] {
  return tasks
    .filter((task) => restsOn(task, untrue))
    .filter((task) => !tasks.some((other) => isLater(other, task) && isSettledByHand(other, task.doneAt)))
    .map(({ id }) => id);
}

function restsOn(
  { key, state, closedByEvent, doneBy, doneAt, actedAt }: ClosedTask,
  { facts, keys }: Untrue,
) {
  const isByFact = state === 'done' && closedByEvent !== null && facts.has(closedByEvent) && keys.has(key);
  return isByFact && doneBy === null && !isSince(actedAt, doneAt);
}

const isLater = (other: ClosedTask, { id, key, dueOn }: ClosedTask): boolean =>
  other.id !== id && (other.after.includes(key) || other.dueOn > dueOn);

const isSettledByHand = ({ state, doneBy, doneAt }: ClosedTask, since: Date | null): boolean =>
  isSettled(state) && doneBy !== null && isSince(doneAt, since);

const isSince = (at: Date | null, since: Date | null): boolean =>
  at !== null && since !== null && at.getTime() >= since.getTime();
