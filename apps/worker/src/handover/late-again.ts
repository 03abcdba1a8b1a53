import { londonDate } from '@followon/shared/rules/calendar/london';
import type { DomainEvent } from '@followon/shared/events/catalogue';
import { isOverdue } from '@followon/shared/rules/handover/late-tasks';
import { Injectable } from '@nestjs/common';
import type { Outcome, Reaction, Within } from '../dispatch/reaction.js';
import { loadTask } from '../nudges/task-owners.js';
import { lateFromToday } from './late-from-today.js';

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
    await lateFromToday(manager, task, { now, again: `e${event.seq}` });
    return { did: 'its clocks count from today' };
  }
}
