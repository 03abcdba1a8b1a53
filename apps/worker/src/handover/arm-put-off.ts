import { armDue } from '@followon/shared/db/due/arm-due';
import type { DomainEvent } from '@followon/shared/events/catalogue';
import { daysBetween } from '@followon/shared/rules/calendar/civil-date';
import { londonInstant } from '@followon/shared/rules/calendar/london';
import { Injectable } from '@nestjs/common';
import type { Outcome, Reaction, Within } from '../dispatch/reaction.js';
import { loadTask } from '../nudges/task-owners.js';

/** Somebody said "later": on that day they read of the task again, whichever of its looks have been until then. */
@Injectable()
export class ArmPutOff implements Reaction<'handover-task.put-off.v1'> {
  readonly reactor = 'handover';
  readonly name = 'arm-put-off';

  async react(event: DomainEvent<'handover-task.put-off.v1'>, { manager }: Within): Promise<Outcome> {
    const { taskId, until } = event.payload;
    const task = await loadTask(manager, taskId);
    if (!task) return { skipped: 'the task is gone' };
    const about = { siteId: event.siteId, streamId: event.streamId, subjectId: taskId };
    const occurrence = `${task.due_on}/${daysBetween(task.due_on, until)}`;
    await armDue(manager, [
      { ...about, rule: 'task-reminder', occurrence, dueAt: londonInstant(until, '07:00') },
    ]);
    return { did: `its owner reads of it on ${until}` };
  }
}
