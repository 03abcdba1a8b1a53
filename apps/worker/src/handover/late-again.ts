import { addDays } from '@followon/shared/rules/calendar/civil-date';
import { londonDate, londonInstant } from '@followon/shared/rules/calendar/london';
import type { DomainEvent } from '@followon/shared/events/catalogue';
import { isOverdue, stageDays } from '@followon/shared/rules/handover/late-tasks';
import { Injectable } from '@nestjs/common';
import type { Outcome, Reaction, Within } from '../dispatch/reaction.js';
import { loadTask } from '../nudges/task-owners.js';
import { termsOf } from './site-terms.js';
import { armStages, startClocks } from './stage-clocks.js';

/** What was told stays told; what was not gets at least as long as if the task had become late today. */
const PUT_OFF = `
  update task_stage s set due_at = greatest(s.due_at, n.due_at) from jsonb_to_recordset($3::jsonb) as n(stage text, due_at timestamptz)
  where s.task_id = $1 and s.due_on = $2 and s.stage = n.stage and s.reached_at is null and s.skipped_because is null
  returning s.stage, s.due_at`;

/** A task that was settled is open again after its day: it is late at once, and its clocks count from today. */
@Injectable()
export class LateAgain implements Reaction<'handover-task.reopened.v1'> {
  readonly reactor = 'handover';
  readonly name = 'late-again';

  async react(event: DomainEvent<'handover-task.reopened.v1'>, { manager, now }: Within): Promise<Outcome> {
    const task = await loadTask(manager, event.payload.taskId, 'lock');
    const today = londonDate(now);
    if (!task?.is_running || !isOverdue({ state: task.state, dueOn: task.due_on }, today))
      return { skipped: 'it is not late' };
    const terms = await termsOf(manager, event.siteId);
    await startClocks(manager, task, terms);
    const clocks = stageDays({ key: task.key, dueOn: addDays(today, -1) }, terms).map(({ stage, on }) => ({
      ...{ stage, due_at: londonInstant(on, '07:00') },
    }));
    const [running]: [{ stage: 'owner' | 'lead' | 'site-admin'; due_at: Date }[], number] =
      await manager.query(PUT_OFF, [task.id, task.due_on, JSON.stringify(clocks)]);
    await armStages(
      manager,
      running.map(({ stage, due_at }) => ({ task, stage, dueAt: due_at })),
      `e${event.seq}`,
    );
    return { did: 'its clocks count from today' };
  }
}
