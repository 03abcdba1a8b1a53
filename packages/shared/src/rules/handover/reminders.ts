import { taskDigest } from '../nudge/nudges/task-digest.js';
import { SIGN_OFF_TASK } from './sign-off.js';

/** Days from a task's day on which somebody looks at it. */
export type Look = { readonly rule: 'task-reminder' | 'task-overdue'; readonly offsetDays: number };

/**
 * When a task is looked at, in order: its owner is reminded three days before, on the day and three days after, and the day
 * after its day it counts as late. Of a sign-off that is late its clinician hears on that very day, before anybody else.
 */
export function looksAt({ key }: { readonly key: string }): readonly Look[] {
  const offsets = key === SIGN_OFF_TASK ? [...taskDigest.offsetDays, 1] : taskDigest.offsetDays;
  const reminders = offsets.map((offsetDays) => ({ rule: 'task-reminder', offsetDays }) as const);
  return [...reminders, { rule: 'task-overdue', offsetDays: 1 } as const].sort(
    (one, other) => one.offsetDays - other.offsetDays || one.rule.localeCompare(other.rule),
  );
}
