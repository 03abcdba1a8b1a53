import type { SiteChanges } from './site-changes-schema.js';
import type { Route } from './routes.js';
import type { TaskTemplate } from './task.js';
import { inOrder, templateOf } from './templates/of-route.js';
import { withoutPtv } from './templates/without-ptv.js';

export const noChanges: SiteChanges = { drop: [], add: [], reword: {}, shift: {} };

/** The list as the site has it. What is said about a task that is not on the list does nothing. */
export function applyChanges(tasks: readonly TaskTemplate[], changes: SiteChanges): readonly TaskTemplate[] {
  return inOrder(changedTasks(tasks, changes));
}

/** As {@link applyChanges}, in no order and with what each task waits for left as it was written. */
export function changedTasks(
  tasks: readonly TaskTemplate[],
  { drop, add, reword, shift }: SiteChanges,
): TaskTemplate[] {
  const kept = tasks.filter(({ key }) => !drop.includes(key));
  const reworded = kept.map((task) => ({
    ...task,
    ...reword[task.key],
    dueOffsetDays: shift[task.key] ?? task.dueOffsetDays,
  }));
  return [...reworded, ...add.map((task): TaskTemplate => ({ ...task, closedBy: 'person' }))];
}

/** The list that a handover of this route gets at a site. */
export function listFor(
  route: Route,
  changes: SiteChanges = noChanges,
  options: { readonly withoutPtv?: boolean } = {},
): readonly TaskTemplate[] {
  const tasks = changedTasks(templateOf(route), changes);
  // What comes in for want of a volunteer may have words and a day of the site's own, too.
  return options.withoutPtv ? applyChanges(withoutPtv(tasks), { ...changes, add: [] }) : inOrder(tasks);
}

/** What of a list can still come into a running one: after the sign-off nothing can stand in its way any more. */
export function stillToCome(
  list: readonly TaskTemplate[],
  running: { readonly tasks: readonly { readonly key: string }[]; readonly isSignedOff: boolean },
): readonly TaskTemplate[] {
  if (!running.isSignedOff) return list;
  return list.filter(({ key, blocking }) => !blocking || running.tasks.some((task) => task.key === key));
}
