import { armDue } from '@followon/shared/db/due/arm-due';
import type { DomainEvent } from '@followon/shared/events/catalogue';
import { addDays } from '@followon/shared/rules/calendar/civil-date';
import { londonDate, londonInstant } from '@followon/shared/rules/calendar/london';
import { rollForward } from '@followon/shared/rules/calendar/working-days';
import { Injectable } from '@nestjs/common';
import type { Outcome, Reaction, Within } from '../dispatch/reaction.js';
import { termsOf } from '../handover/site-terms.js';

/**
 * Somebody could not do a task or passed it on, and nobody stands in: on the next working morning the volunteer leads read
 * of it in their message of the day, unless it was taken back or done by then.
 */
@Injectable()
export class ArmAside implements Reaction<'handover-task.set-aside.v1'> {
  readonly reactor = 'nudges';
  readonly name = 'arm-aside';

  async react(event: DomainEvent<'handover-task.set-aside.v1'>, { manager }: Within): Promise<Outcome> {
    const { taskId, state } = event.payload;
    if (event.origin !== 'live') return { skipped: 'history is told to nobody' };
    if (state === 'not-applicable') return { skipped: 'nobody needs it' };
    const { country } = await termsOf(manager, event.siteId);
    const on = rollForward(addDays(londonDate(event.occurredAt), 1), country);
    const { siteId, streamId } = event;
    await armDue(manager, [
      {
        rule: 'task-aside',
        siteId,
        streamId,
        subjectId: taskId,
        occurrence: on,
        dueAt: londonInstant(on, '07:00'),
      },
    ]);
    return { did: `the volunteer leads hear of it on ${on}` };
  }
}
