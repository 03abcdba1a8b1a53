import { armDue } from '@followon/shared/db/due/arm-due';
import type { EntityManager } from 'typeorm';
import { taskDues } from './task-dues.js';

/** The days of old, also those that are over: a task may come back to one of them. Who was told of a day stays told. */
const FORGET = `
  delete from due where rule in ('task-reminder', 'task-overdue', 'task-escalation') and subject_id = any($1::uuid[])`;

/**
 * Looks at tasks from the first look again, because their day or their list changed. Each look arms the next, so one that
 * is left standing as looked at would end the chain: whoever arms a task a second time comes here.
 */
export async function armAnew(
  manager: EntityManager,
  ...[tasks, place]: Parameters<typeof taskDues>
): Promise<void> {
  if (tasks.length === 0) return;
  await manager.query(FORGET, [tasks.map(({ id }) => id)]);
  await armDue(manager, taskDues(tasks, place));
}
