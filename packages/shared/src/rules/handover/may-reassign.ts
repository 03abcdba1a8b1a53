import type { DateRefusal } from '../volunteer/may-be-asked.js';
import { refusedByDates } from '../volunteer/may-be-asked.js';
import type { OwnerRole } from './task.js';
import { isSettled } from './task-states.js';
import type { TaskState } from './task-states.js';

export type Receiver = {
  /** Their roles at the task's site; a group's contact person counts for that group's tasks only. */
  readonly roles: readonly OwnerRole[];
  readonly accountDisabled: boolean;
  readonly pausedUntil: string | null;
  /** Last days of a volunteer's training and checks. */
  readonly trainingUntil: string | null;
  readonly checksUntil: string | null;
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
  | 'wrong-role'
  | DateRefusal['code'];

/** `isBack`: an undo; it puts things back whatever ran out meanwhile. Undefined when it gives the task to nobody. */
export type To =
  | { readonly accountId: string; readonly receiver: Receiver | undefined; readonly isBack?: boolean }
  | undefined;

/** Why this task does not go to that person; undefined when it may. A volunteer is given what they could be asked to do, whatever their cap. */
export function whyNotReassign(task: MovingTask, to: To, today: string): WhyNot | undefined {
  if (isSettled(task.state)) return 'settled';
  if (!task.isUnderWay) return 'handover-closed';
  if (task.ownerRole === 'system') return 'system-task';
  if (task.assigneeId === (to?.accountId ?? null)) return 'already-theirs';
  return to && whyNotTo(task.ownerRole, to, today);
}

function whyNotTo(
  role: OwnerRole,
  { receiver, isBack = false }: NonNullable<To>,
  today: string,
): WhyNot | undefined {
  if (!receiver || receiver.roles.length === 0) return 'not-of-this-site';
  if (receiver.accountDisabled) return 'account-disabled';
  if (!receiver.roles.includes(role)) return 'wrong-role';
  return whyNotNow(role, receiver, { today, isBack });
}

function whyNotNow(
  role: OwnerRole,
  receiver: Receiver,
  { today, isBack }: { readonly today: string; readonly isBack: boolean },
): WhyNot | undefined {
  if (receiver.pausedUntil !== null && receiver.pausedUntil > today) return 'on-a-break';
  return role === 'volunteer' && !isBack ? refusedByDates(receiver, today)?.code : undefined;
}
