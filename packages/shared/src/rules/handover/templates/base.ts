import type { TaskTemplate } from '../task.js';
import { afterwards } from './base-afterwards.js';
import { beforeLastSession } from './base-before.js';
import { onLastSession } from './base-last-session.js';

/** Kept with every checklist. Change it whenever a task, an owner or an offset below changes. */
export const BASE_TEMPLATE_VERSION = 'base-2';

/** The checklist of a new group that meets in person, in the order in which people work through it. */
export const baseTemplate = [
  ...beforeLastSession,
  ...onLastSession,
  ...afterwards,
] as const satisfies readonly TaskTemplate[];

export type TaskKey = (typeof baseTemplate)[number]['key'];
