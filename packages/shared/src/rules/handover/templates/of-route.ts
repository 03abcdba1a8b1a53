import type { Route } from '../routes.js';
import type { TaskTemplate } from '../task.js';
import { baseTemplate } from './base.js';

/** How a route's list differs from the base list. */
export type Variant = {
  /** Keys of the base list that do not belong to this route. */
  readonly without: readonly string[];
  /** What is different about a task of the base list. */
  readonly changed?: Readonly<Record<string, Partial<Omit<TaskTemplate, 'key'>>>>;
  readonly added?: readonly TaskTemplate[];
};

const variants: { readonly [R in Route]?: Variant } = {};

/**
 * The shipped list of a route, in the order in which people work through it: by the day it is due before or after the
 * last session, then as written. `withoutPtv`: no patient tutor volunteer could be found.
 */
export function templateOf(
  route: Route,
  _options: { readonly withoutPtv?: boolean } = {},
): readonly TaskTemplate[] {
  const { without = [], changed = {}, added = [] } = variants[route] ?? {};
  const kept = baseTemplate.filter(({ key }) => !without.includes(key));
  return [...kept.map((task: TaskTemplate) => ({ ...task, ...changed[task.key] })), ...added];
}

/** Every task that is shipped, whatever its list: words by key. */
export function shippedTask(key: string): TaskTemplate | undefined {
  return baseTemplate.find((task) => task.key === key);
}
