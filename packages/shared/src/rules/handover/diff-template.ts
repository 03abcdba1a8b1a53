import type { TaskTemplate } from './task.js';
import { isSettled } from './task-states.js';
import type { TaskState } from './task-states.js';

/** A task of a running list: its own words where it has some, the shipped ones otherwise. */
export type RunningTask = Omit<TaskTemplate, 'asks'> & { readonly state: TaskState };

export type TemplateDiff = {
  readonly added: readonly TaskTemplate[];
  readonly dropped: readonly RunningTask[];
  /** By the field that reads differently. */
  readonly reworded: readonly { readonly from: RunningTask; readonly to: TaskTemplate }[];
  readonly moved: readonly { readonly from: RunningTask; readonly to: TaskTemplate }[];
  /** Somebody else's from now on, or now in the way of the sign-off, or not any more. */
  readonly regiven: readonly { readonly from: RunningTask; readonly to: TaskTemplate }[];
  /** Done or set aside for good: they stay as they are, whatever the newer list says. */
  readonly settled: number;
};

/** What would be different if a running list went on as `wanted`. */
export function diffTemplate(running: readonly RunningTask[], wanted: readonly TaskTemplate[]): TemplateDiff {
  const undone = running.filter(({ state }) => !isSettled(state));
  const pairs = undone.flatMap((from) => {
    const to = wanted.find(({ key }) => key === from.key);
    return to ? [{ from, to }] : [];
  });
  return {
    added: wanted.filter(({ key }) => !running.some((task) => task.key === key)),
    dropped: undone.filter(({ key }) => !wanted.some((task) => task.key === key)),
    reworded: pairs.filter(({ from, to }) => readsDifferently(from, to)),
    moved: pairs.filter(({ from, to }) => isMoved(from, to)),
    regiven: pairs.filter(({ from, to }) => from.ownerRole !== to.ownerRole || from.blocking !== to.blocking),
    settled: running.length - undone.length,
  };
}

export const isSame = ({ added, dropped, reworded, moved, regiven }: TemplateDiff): boolean =>
  [added, dropped, reworded, moved, regiven].every((part) => part.length === 0);

export const readsDifferently = (from: Words, to: Words): boolean =>
  from.title !== to.title || from.why !== to.why || from.doneWhen !== to.doneWhen;

export const isMoved = (from: Days, to: Days): boolean =>
  from.dueOffsetDays !== to.dueOffsetDays || from.anchor !== to.anchor;

type Words = Pick<TaskTemplate, 'title' | 'why' | 'doneWhen'>;
type Days = Pick<TaskTemplate, 'anchor' | 'dueOffsetDays'>;
