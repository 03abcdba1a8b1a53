import { FIRST_MEETING_ESTIMATE_DAYS } from '../due-date.js';
import type { Route } from '../routes.js';
import type { TaskTemplate } from '../task.js';
import { baseTemplate } from './base.js';
import { buddy } from './buddy.js';
import { hybrid } from './hybrid.js';
import { join } from './join.js';
import { merge } from './merge.js';
import { none } from './none.js';
import { online } from './online.js';
import { restart } from './restart.js';
import type { Variant } from './variant.js';
import { withoutPtv } from './without-ptv.js';

export { shippedTask } from './shipped.js';

const variants: { readonly [R in Route]: Variant } = {
  new: { without: [] },
  ...{ online, hybrid, join, merge, buddy, none, restart },
};

/**
 * The shipped list of a route, in the order in which people work through it.
 * @param options `withoutPtv`: no patient tutor volunteer could be found
 */
export function templateOf(
  route: Route,
  options: { readonly withoutPtv?: boolean } = {},
): readonly TaskTemplate[] {
  const { without, changed = {}, added = [] } = variants[route];
  const kept = baseTemplate.filter(({ key }) => !without.includes(key));
  const tasks = [...kept.map((task: TaskTemplate) => ({ ...task, ...changed[task.key] })), ...added];
  return inOrder(options.withoutPtv ? withoutPtv(tasks) : tasks);
}

/**
 * By the day, counted from the last session, and as written within a day. A task waits only for what is on its own list.
 */
export function inOrder(tasks: readonly TaskTemplate[]): readonly TaskTemplate[] {
  const keys = new Set(tasks.map(({ key }) => key));
  return tasks
    .map(({ after = [], ...task }) => ({ ...task, after: after.filter((key) => keys.has(key)) }))
    .sort((one, other) => dayOf(one) - dayOf(other));
}

/** Days from the last session, with the first meeting where it is expected. */
export const dayOf = ({ anchor, dueOffsetDays }: Pick<TaskTemplate, 'anchor' | 'dueOffsetDays'>): number =>
  anchor === 'first-meeting' ? FIRST_MEETING_ESTIMATE_DAYS + dueOffsetDays : dueOffsetDays;
