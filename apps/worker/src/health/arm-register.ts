import { armDue } from '@followon/shared/db/due/arm-due';
import type { DomainEvent } from '@followon/shared/events/catalogue';
import { addDays } from '@followon/shared/rules/calendar/civil-date';
import { londonDate, londonInstant } from '@followon/shared/rules/calendar/london';
import { Injectable } from '@nestjs/common';
import type { Outcome, Reaction, Within } from '../dispatch/reaction.js';

/** The day after a planned meeting its register is looked for; for a date that has passed already, tomorrow. */
@Injectable()
export class ArmRegister implements Reaction<'meeting.planned.v1'> {
  readonly reactor = 'health';
  readonly name = 'arm-register';

  async react(
    { siteId, payload }: DomainEvent<'meeting.planned.v1'>,
    { manager, now }: Within,
  ): Promise<Outcome> {
    const { groupId, meetingId, on } = payload;
    const today = londonDate(now);
    const lookOn = addDays(on > today ? on : today, 1);
    const due = { rule: 'register-missing', siteId, streamId: groupId, subjectId: meetingId, occurrence: on };
    await armDue(manager, [{ ...due, dueAt: londonInstant(lookOn, '07:00') }]);
    return { did: `will look for the register on ${lookOn}` };
  }
}
