import type { Anchors } from './due-date.js';
import { isMoved, readsDifferently } from './diff-template.js';
import type { RunningTask } from './diff-template.js';
import { moveHandover } from './move-handover.js';
import { planHandover } from './plan-handover.js';
import type { PlannedTask } from './plan-handover.js';
import type { TaskTemplate } from './task.js';
import { isSettled } from './task-states.js';
import { dayOf } from './templates/of-route.js';

/** A task as it stands in a running list. */
export type BuiltTask = RunningTask & {
  readonly id: string;
  readonly dueOn: string;
  readonly position: number;
};

export type Rebuild = {
  /** Undone tasks that do not belong any more. */
  readonly go: readonly BuiltTask[];
  readonly come: readonly PlannedTask[];
  /** Undone tasks that go on in another way, with the day that this gives them. */
  readonly change: readonly { readonly from: BuiltTask; readonly to: TaskTemplate; readonly dueOn: string }[];
  /** Where each task of `standing` that stays is shown from now on, if that is somewhere else. */
  readonly place: readonly { readonly id: string; readonly position: number }[];
};

type Asked = Anchors & {
  readonly standing: readonly BuiltTask[];
  readonly wanted: readonly TaskTemplate[];
  readonly today: string;
};

/**
 * How a running list becomes the wanted one: what is settled stays as it is, what is undone goes, comes or moves. Nothing
 * that comes is late on the day it comes. Asked again on the outcome, it changes nothing.
 */
export function rebuild({ standing, wanted, today, ...anchors }: Asked): Rebuild {
  const wantedKeys = new Set(wanted.map(({ key }) => key));
  const stays = standing.filter((task) => isSettled(task.state) || wantedKeys.has(task.key));
  const placed = places(stays, wanted);
  const missing = wanted.filter(({ key }) => !standing.some((task) => task.key === key));
  const come = planHandover({ tasks: missing, openedOn: today, ...anchors });
  return {
    go: standing.filter((task) => !stays.includes(task)),
    come: come.map((task) => ({ ...task, position: placed.get(task.key) ?? task.position })),
    change: changes(stays, { wanted, today, ...anchors }),
    place: stays
      .map(({ id, key, position }) => ({ id, was: position, position: placed.get(key) ?? position }))
      .filter(({ was, position }) => was !== position)
      .map(({ id, position }) => ({ id, position })),
  };
}

/** Settled tasks that are on no list any more are shown by their day, before the others of that day. */
function places(stays: readonly BuiltTask[], wanted: readonly TaskTemplate[]): ReadonlyMap<string, number> {
  const off = stays.filter(({ key }) => !wanted.some((task) => task.key === key));
  const byPlace = [...off].sort(
    (one, other) => one.position - other.position || (one.id < other.id ? -1 : 1),
  );
  const all = [...byPlace, ...wanted].sort((one, other) => dayOf(one) - dayOf(other));
  return new Map(all.map(({ key }, index) => [key, index + 1]));
}

function changes(stays: readonly BuiltTask[], { wanted, today, ...anchors }: Omit<Asked, 'standing'>) {
  const pairs = stays.flatMap((from) => {
    const to = isSettled(from.state) ? undefined : wanted.find(({ key }) => key === from.key);
    return to ? [{ from, to }] : [];
  });
  const moved = pairs.filter(({ from, to }) => isMoved(from, to));
  const moves = moveHandover({
    ...{ today, ...anchors },
    tasks: moved.map(({ from, to }) => ({ ...from, anchor: to.anchor, dueOffsetDays: to.dueOffsetDays })),
  });
  const dayAfter = new Map(moves.map(({ taskId, dueOn }) => [taskId, dueOn]));
  return pairs
    .filter(({ from, to }) => isMoved(from, to) || readsDifferently(from, to) || isRunDifferently(from, to))
    .map((pair) => ({ ...pair, dueOn: dayAfter.get(pair.from.id) ?? pair.from.dueOn }));
}

const isRunDifferently = (from: RunningTask, to: TaskTemplate): boolean =>
  from.ownerRole !== to.ownerRole ||
  from.blocking !== to.blocking ||
  from.closedBy !== to.closedBy ||
  (from.after ?? []).join() !== (to.after ?? []).join();
