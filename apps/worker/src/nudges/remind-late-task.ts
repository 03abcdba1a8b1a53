import type { DomainEvent } from '@followon/shared/events/catalogue';
import { londonDate } from '@followon/shared/rules/calendar/london';
import { Injectable } from '@nestjs/common';
import type { Outcome, Reaction, Within } from '../dispatch/reaction.js';
import { planDigests } from './plan-digests.js';
import { staffOf } from './recipients.js';

/** A late task that nobody acted on: the volunteer lead and later the site administrator hear of it with their own tasks. */
@Injectable()
export class RemindLateTask implements Reaction<'handover-task.escalated.v1'> {
  readonly reactor = 'nudges';
  readonly name = 'remind-late-task';

  async react(event: DomainEvent<'handover-task.escalated.v1'>, within: Within): Promise<Outcome> {
    const { taskId, to: role } = event.payload;
    const to = await staffOf(within.manager, event.siteId, { roles: [role], today: londonDate(within.now) });
    return planDigests({ because: event, to, taskId }, within);
  }
}
