import type { HandoverTaskView } from '@followon/shared/contract/handovers';

const DONE_ENOUGH: readonly HandoverTaskView['state'][] = ['done', 'not-applicable'];
export const isWaiting = (task: HandoverTaskView): boolean => !DONE_ENOUGH.includes(task.state);

export type Place = 'first' | 'left' | 'done';

/** What was ticked on this page, and where it stood: it stays there, with the way back. */
export type Ticked = ReadonlyMap<string, Place>;

const byDay = (a: HandoverTaskView, b: HandoverTaskView): number =>
  a.dueOn.localeCompare(b.dueOn) || a.id.localeCompare(b.id);

/** A checklist for its reader: what is late and what is theirs next, the rest that is left, and what is done. */
export function orderChecklist(
  tasks: readonly HandoverTaskView[],
  ticked: Ticked,
): Readonly<Record<Place, readonly HandoverTaskView[]>> {
  const left = tasks.filter((task) => isWaiting(task) || ticked.has(task.id)).toSorted(byDay);
  const free = left.filter(({ id, mayChange }) => mayChange && !ticked.has(id));
  const next = free.find(({ mine, state }) => mine && state === 'open');
  const needsYou = free.filter((task) => task.state === 'overdue' || task === next);
  const first = left.filter((task) => needsYou.includes(task) || ticked.get(task.id) === 'first');
  return {
    first,
    left: left.filter((task) => !first.includes(task)),
    done: tasks.filter((task) => !left.includes(task)).toSorted(byDay),
  };
}
