import type { TaskTemplate } from '../task.js';

/** How a route's list differs from the base list. */
export type Variant = {
  /** Keys of the base list that do not belong to this route. */
  readonly without: readonly string[];
  /** What is different about a task of the base list. Its key stays, so a tick given before the route changed still counts. */
  readonly changed?: Readonly<Record<string, Partial<Omit<TaskTemplate, 'key' | 'asks'>>>>;
  readonly added?: readonly TaskTemplate[];
};
