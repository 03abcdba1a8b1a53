import type { HandoverTaskView } from '@followon/shared/contract/handovers';
import { civilDate, daysBetween } from '../dates.js';

/** Further away than this, a task can wait out of sight. */
const SOON_DAYS = 14;

export interface OrderedTasks {
  /** The first thing to do, with whatever was just answered before it. */
  readonly first: readonly HandoverTaskView[];
  readonly soon: readonly HandoverTaskView[];
  readonly later: readonly HandoverTaskView[];
  /** Set aside or waiting for somebody else's task. */
  readonly others: readonly HandoverTaskView[];
  /** Late, with somebody else, and the reader has heard of it: a hand may be welcome. */
  readonly helping: readonly HandoverTaskView[];
  readonly done: readonly HandoverTaskView[];
}

const isOpen = ({ state }: HandoverTaskView): boolean => state === 'open' || state === 'overdue';
const isDone = ({ state }: HandoverTaskView): boolean => state === 'done' || state === 'not-applicable';
const isPutOff = ({ laterUntil }: HandoverTaskView, now: string): boolean =>
  laterUntil !== null && laterUntil > civilDate(now);

/** Somebody else set it aside, and this reader is to find a way. */
const needsSomeone = ({ state, mine, mayChange }: HandoverTaskView): boolean =>
  (state === 'cannot' || state === 'passed-on') && !mine && mayChange;

/** There is something to do about it, today or another day. */
export const isToDo = (task: HandoverTaskView): boolean =>
  task.mayChange && task.undoUntil === null && (isOpen(task) || needsSomeone(task));

const isToHelp = (task: HandoverTaskView): boolean => isToDo(task) && !task.mine && isOpen(task);

const isNear = (task: HandoverTaskView, now: string): boolean => daysBetween(now, task.dueOn) <= SOON_DAYS;

/** By the day it is for, so that an answered card stays where it stood. */
const byDay = (a: HandoverTaskView, b: HandoverTaskView): number =>
  a.dueOn.localeCompare(b.dueOn) || a.id.localeCompare(b.id);

/** So close to its day, a task is looked at whatever stands before it. */
const PRESSING_DAYS = 3;

/** Somebody else has to do something first, and there is time. */
const waitsForOthers = (task: HandoverTaskView, now: string): boolean =>
  isToDo(task) &&
  task.after.some(({ ownerRole }) => ownerRole !== task.ownerRole) &&
  daysBetween(now, task.dueOn) > PRESSING_DAYS;

/** Ids of the cards on which somebody did something that the server has not taken: they stand where they stood. */
type Held = Pick<ReadonlySet<string>, 'has'>;

/** *My tasks*, sorted: one thing first, then soon, later, what is with others, and what was done lately. */
export function orderTasks(
  tasks: readonly HandoverTaskView[],
  now: string,
  held: Held = { has: () => false },
): OrderedTasks {
  const stands = (task: HandoverTaskView) => task.undoUntil !== null || held.has(task.id);
  const free = tasks.filter((task) => !stands(task));
  const shown = tasks
    .filter((task) => stands(task) || (isToDo(task) && !isToHelp(task) && !waitsForOthers(task, now)))
    .toSorted(byDay);
  const near = shown.filter((task) => isNear(task, now) && (stands(task) || !isPutOff(task, now)));
  const next = near.findIndex(isToDo);
  const first = next === -1 ? near : near.slice(0, next + 1);
  return {
    first,
    soon: near.slice(first.length),
    later: shown.filter((task) => !near.includes(task)),
    others: free
      .filter((task) => (waitsForOthers(task, now) && !isToHelp(task)) || isSetAside(task))
      .toSorted(byDay),
    helping: free.filter(isToHelp).toSorted(byDay),
    done: free.filter(isDone),
  };
}

const isSetAside = (task: HandoverTaskView): boolean =>
  (task.state === 'cannot' || task.state === 'passed-on') && !needsSomeone(task);
