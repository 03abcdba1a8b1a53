import { armDue } from '@followon/shared/db/due/arm-due';
import type { DomainEvent } from '@followon/shared/events/catalogue';
import { londonInstant } from '@followon/shared/rules/calendar/london';
import { Injectable } from '@nestjs/common';
import type { Outcome, Reaction, Within } from '../dispatch/reaction.js';

/** An alert that was put off is open again on the morning of its day. */
@Injectable()
export class ArmSnooze implements Reaction<'alert.snoozed.v1'> {
  readonly reactor = 'alerts';
  readonly name = 'arm-snooze';

  async react(event: DomainEvent<'alert.snoozed.v1'>, { manager }: Within): Promise<Outcome> {
    const { siteId, streamId, payload } = event;
    const { alertId: subjectId, until: occurrence } = payload;
    const dueAt = londonInstant(occurrence, '07:00');
    await armDue(manager, [{ rule: 'alert-snooze', siteId, streamId, subjectId, occurrence, dueAt }]);
    return { did: `it is open again on ${occurrence}` };
  }
}
