import { isCurrent } from './currency.js';
import type { TaskState } from '../handover/task-states.js';

/** Somebody who might do a task instead. */
export type StandIn = {
  readonly accountId: string;
  readonly accountDisabled: boolean;
  readonly pausedUntil: string | null;
  readonly trainingUntil: string | null;
  readonly checksUntil: string | null;
};

export type Cover = { readonly to: 'deputy'; readonly accountId: string } | { readonly to: 'lead' };

export type CoveredTask = {
  readonly state: TaskState;
  readonly dueOn: string;
};

/**
 * Is there a hand needed for this task while its owner has a break? What is due before the first day back, or late
 * already; what was done or set aside by hand is not touched, and what is due later waits for its owner.
 * @param until the first day back
 */
export const needsCover = ({ state, dueOn }: CoveredTask, until: string): boolean =>
  (state === 'open' || state === 'overdue') && dueOn < until;

/** Whose it is meanwhile: the deputy's, when there is one who is trained, checked and there; else the volunteer lead's. */
export function coverFor(
  deputy: StandIn | undefined,
  { owner, today }: { owner: string; today: string },
): Cover {
  return deputy && isThere(deputy, today) && deputy.accountId !== owner
    ? { to: 'deputy', accountId: deputy.accountId }
    : { to: 'lead' };
}

function isThere(
  { accountDisabled, pausedUntil, trainingUntil, checksUntil }: StandIn,
  today: string,
): boolean {
  if (accountDisabled || (pausedUntil !== null && pausedUntil > today)) return false;
  return isCurrent(trainingUntil, today) && isCurrent(checksUntil, today);
}
