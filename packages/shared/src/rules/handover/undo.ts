import type { Role } from '../access/actions.js';
import { isSettled } from './task-states.js';
import type { TaskState } from './task-states.js';

/** How long whoever did something to a task can take it back where its card stood. A slip of the thumb is seen at once. */
export const UNDO_MINUTES = 10;
const UNDO_MS = UNDO_MINUTES * 60_000;

export const actKinds = ['done', 'not-applicable', 'cannot', 'passed-on', 'later', 'reopened'] as const;
export type ActKind = (typeof actKinds)[number];

/** The last thing that a person did to a task, and how it stood before. */
export type Act = {
  readonly what: ActKind;
  /** The role in which they did it: what others are told. */
  readonly as: Role;
  /** The task's version after it: anything later was somebody else. */
  readonly version: number;
  readonly before: {
    readonly state: TaskState;
    readonly reason: string | null;
    readonly assigneeId: string | null;
    readonly laterUntil: string | null;
  };
};

export type ActedTask = {
  readonly state: TaskState;
  readonly version: number;
  readonly doneAt: Date | null;
  readonly doneBy: string | null;
  readonly actedAt: Date | null;
  readonly actedBy: string | null;
  readonly act: Act | null;
};

type Hand = { readonly at: Date; readonly by: string };
const handOf = (at: Date | null, by: string | null): Hand | undefined => (at && by ? { at, by } : undefined);

/** Whose hand was last on the task, when nothing has changed it since; a fact that ticked it is nobody's. */
function lastHand(task: ActedTask): Hand | undefined {
  if (isSettled(task.state)) return handOf(task.doneAt, task.doneBy);
  const { act, version } = task;
  const isStill = act !== null && act.what !== 'reopened' && act.version === version;
  return isStill ? handOf(task.actedAt, task.actedBy) : undefined;
}

/** Until when this person can take back what they did; undefined when there is nothing of theirs to take back. */
export function undoUntil(task: ActedTask, accountId: string): Date | undefined {
  const hand = lastHand(task);
  return hand?.by === accountId ? new Date(hand.at.getTime() + UNDO_MS) : undefined;
}

/** Done, can't, passed on, later and not needed alike: by whoever did it, for ten minutes, while nobody else acted. */
export function mayUndo(task: ActedTask, who: { readonly accountId: string; readonly now: Date }): boolean {
  const until = undoUntil(task, who.accountId);
  return until !== undefined && who.now.getTime() <= until.getTime();
}

const SET_ASIDE: readonly TaskState[] = ['cannot', 'passed-on'];

/** How the task stood before, when that is known of its last act; what is undone later simply becomes open. */
export function before({ act, version }: Pick<ActedTask, 'act' | 'version'>): Act['before'] | undefined {
  if (act?.version !== version || act.what === 'reopened') return undefined;
  const wasAside = SET_ASIDE.includes(act.before.state);
  return wasAside ? act.before : { ...act.before, state: 'open', reason: null };
}
