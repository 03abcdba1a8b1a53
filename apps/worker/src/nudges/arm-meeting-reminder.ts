import { armDue } from '@followon/shared/db/due/arm-due';
import type { DomainEvent } from '@followon/shared/events/catalogue';
import { momentsOf } from '@followon/shared/rules/nudge/moments';
import { meetingReminder } from '@followon/shared/rules/nudge/nudges/meeting-reminder';
import { Injectable } from '@nestjs/common';
import type { Outcome, Reaction, Within } from '../dispatch/reaction.js';

/** Remembers to remind people of a meeting; who wants to hear of it is asked on that day, not now. */
@Injectable()
export class ArmMeetingReminder implements Reaction<'meeting.planned.v1'> {
  readonly reactor = 'nudges';
  readonly name = 'arm-meeting-reminder';

  async react(
    { siteId, origin, payload }: DomainEvent<'meeting.planned.v1'>,
    { manager, now }: Within,
  ): Promise<Outcome> {
    if (origin !== 'live') return { skipped: 'imported history reminds nobody' };
    const { groupId, meetingId, on } = payload;
    const [moment] = momentsOf(meetingReminder, on);
    if (!moment || moment.useBy <= now) return { skipped: 'the day has passed' };
    const due = { rule: 'meeting-reminder', siteId, streamId: groupId, subjectId: meetingId, occurrence: on };
    await armDue(manager, [{ ...due, dueAt: moment.from }]);
    return { did: `will remind people on ${moment.on}` };
  }
}
