import type { DomainEvent } from '@followon/shared/events/catalogue';
import { londonDate } from '@followon/shared/rules/calendar/london';
import { isOverdue } from '@followon/shared/rules/handover/late-tasks';
import { Injectable } from '@nestjs/common';
import type { Outcome, Reaction, Within } from '../dispatch/reaction.js';
import { planDigests } from './plan-digests.js';
import { loadTask, ownersOf } from './task-owners.js';

/**
 * A task that is late when it changes hands has no reminder left to come: whoever has it now reads of it in the message of
 * the day. One whose day is still to come is reminded of as ever.
 */
@Injectable()
export class TellNewHolder implements Reaction<'handover-task.assigned.v1'> {
  readonly reactor = 'nudges';
  readonly name = 'tell-new-holder';

  async react(event: DomainEvent<'handover-task.assigned.v1'>, within: Within): Promise<Outcome> {
    if (event.origin !== 'live') return { skipped: 'history is told to nobody' };
    const task = await loadTask(within.manager, event.payload.taskId);
    const today = londonDate(within.now);
    if (!task?.is_running || !isOverdue({ state: task.state, dueOn: task.due_on }, today))
      return { skipped: 'its reminders are still to come, or it is over' };
    const to = await ownersOf(within.manager, task, today);
    return planDigests({ because: event, to, taskId: task.id }, within);
  }
}
