import type { TaskTemplate } from '../task.js';
import { baseTemplate } from './base.js';
import { buddy } from './buddy.js';
import { closingTasks } from './closing.js';
import { handOnTasks } from './hand-on.js';
import { hybridTasks } from './hybrid.js';
import { joinTasks } from './join-visits.js';
import { mergeTasks } from './merge-tasks.js';
import { none } from './none.js';
import { onlineTasks } from './online.js';
import { withoutPtvTasks } from './without-ptv.js';

/** Every list that brings tasks of its own. A new list is one line here; a key means the same task everywhere. */
export const shippedLists: Readonly<Record<string, readonly TaskTemplate[]>> = {
  base: baseTemplate,
  online: onlineTasks,
  hybrid: hybridTasks,
  join: joinTasks,
  merge: mergeTasks,
  buddy: buddy.added ?? [],
  none: none.added ?? [],
  withoutPtv: withoutPtvTasks,
  handOn: handOnTasks,
  closing: closingTasks,
};

const byKey: ReadonlyMap<string, TaskTemplate> = new Map(
  Object.values(shippedLists)
    .flat()
    .map((task) => [task.key, task]),
);

/** Every task that is shipped, whatever its list: words and questions by key. */
export const shippedTask = (key: string): TaskTemplate | undefined => byKey.get(key);
