import { addDays } from '@followon/shared/rules/calendar/civil-date';
import { londonDate, londonInstant } from '@followon/shared/rules/calendar/london';
import { stageDays } from '@followon/shared/rules/handover/late-tasks';
import type { EntityManager } from 'typeorm';
import { termsOf } from './site-terms.js';
import type { LateTask } from './stage-clocks.js';
import { armStages, startClocks } from './stage-clocks.js';

/** What was told stays told; what was not gets at least as long as if the task had become late today. */
const PUT_OFF = `
  update task_stage s set due_at = greatest(s.due_at, n.due_at) from jsonb_to_recordset($3::jsonb) as n(stage text, due_at timestamptz)
  where s.task_id = $1 and s.due_on = $2 and s.stage = n.stage and s.reached_at is null and s.skipped_because is null
  returning s.stage, s.due_at`;

interface From {
  readonly now: Date;
  /** Tells these clocks from those before them. */
  readonly again: string;
}

/** Lets the clocks of a late task count from today: its people could do nothing about it until now. */
export async function lateFromToday(
  manager: EntityManager,
  task: LateTask,
  { now, again }: From,
): Promise<void> {
  const terms = await termsOf(manager, task.site_id);
  await startClocks(manager, task, terms);
  const dueOn = addDays(londonDate(now), -1);
  const clocks = stageDays({ key: task.key, dueOn }, terms).map(({ stage, on }) => ({
    ...{ stage, due_at: londonInstant(on, '07:00') },
  }));
  const [running]: [{ stage: 'owner' | 'lead' | 'site-admin'; due_at: Date }[], number] = await manager.query(
    PUT_OFF,
    [task.id, task.due_on, JSON.stringify(clocks)],
  );
  await armStages(
    manager,
    running.map(({ stage, due_at }) => ({ task, stage, dueAt: due_at })),
    again,
  );
}
