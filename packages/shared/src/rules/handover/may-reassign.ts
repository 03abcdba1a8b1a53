import type { OwnerRole } from './task.js';
import { isSettled } from './task-states.js';
import type { TaskState } from './task-states.js';

export type Receiver = {
  /** Their roles at the task's site; a group's contact person counts for that group's tasks only. */
  readonly roles: readonly OwnerRole[];
  readonly accountDisabled: boolean;
  readonly pausedUntil: string | null;
};

export type MovingTask = {
  readonly ownerRole: OwnerRole;
  readonly state: TaskState;
  readonly assigneeId: string | null;
  readonly isUnderWay: boolean;
};

export type WhyNot =
  | 'settled'
  | 'handover-closed'
  | 'already-theirs'
  | 'system-task'
  | 'not-of-this-site'
  | 'account-disabled'
  | 'on-a-break'
  | 'wrong-role';

/** Why this task does not go to that person; undefined when it may. `to` is undefined for an undo that gives it to nobody. */
export function whyNotReassign(
  task: MovingTask,
  to: { readonly accountId: string; readonly receiver: Receiver | undefined } | undefined,
  today: string,
): WhyNot | undefined {
  if (isSettled(task.state)) return 'settled';
  if (!task.isUnderWay) return 'handover-closed';
  if (task.ownerRole === 'system') return 'system-task';
  if (task.assigneeId === (to?.accountId ?? null)) return 'already-theirs';
  return to && whyNotTo(task.ownerRole, to.receiver, today);
}

function whyNotTo(role: OwnerRole, receiver: Receiver | undefined, today: string): WhyNot | undefined {
  if (!receiver || receiver.roles.length === 0) return 'not-of-this-site';
  if (receiver.accountDisabled) return 'account-disabled';
  if (!receiver.roles.includes(role)) return 'wrong-role';
  return receiver.pausedUntil !== null && receiver.pausedUntil > today ? 'on-a-break' : undefined;
}
