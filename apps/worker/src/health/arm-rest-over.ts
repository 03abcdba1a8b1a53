import { armDue } from '@followon/shared/db/due/arm-due';
import type { DomainEvent } from '@followon/shared/events/catalogue';
import { londonInstant } from '@followon/shared/rules/calendar/london';
import { Injectable } from '@nestjs/common';
import type { Outcome, Reaction, Within } from '../dispatch/reaction.js';

/** A break with an end: on that day its people are asked if they are ready. */
@Injectable()
export class ArmRestOver implements Reaction<'group.rested.v1'> {
  readonly reactor = 'health';
  readonly name = 'arm-rest-over';

  async react({ siteId, payload }: DomainEvent<'group.rested.v1'>, { manager }: Within): Promise<Outcome> {
    const { groupId, until } = payload;
    if (!until) return { skipped: 'the break has no end yet' };
    const due = { rule: 'rest-over', siteId, streamId: groupId, subjectId: groupId, occurrence: until };
    await armDue(manager, [{ ...due, dueAt: londonInstant(until, '07:00') }]);
    return { did: `its people are asked on ${until}` };
  }
}
