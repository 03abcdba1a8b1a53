import { armDue } from '@followon/shared/db/due/arm-due';
import type { DomainEvent } from '@followon/shared/events/catalogue';
import { momentsOf } from '@followon/shared/rules/nudge/moments';
import { firstMeetingSoon } from '@followon/shared/rules/nudge/nudges/first-meeting-soon';
import { Injectable } from '@nestjs/common';
import type { Outcome, Reaction, Within } from '../dispatch/reaction.js';

/** Remembers to tell people of their first meeting; who wants to hear of it is asked on that day, not now. */
@Injectable()
export class ArmFirstMeeting implements Reaction<'meeting.planned.v1'> {
  readonly reactor = 'nudges';
  readonly name = 'arm-first-meeting';

  async react(
    { siteId, payload }: DomainEvent<'meeting.planned.v1'>,
    { manager, now }: Within,
  ): Promise<Outcome> {
    const { groupId, meetingId, on } = payload;
    const [row]: { is_first: boolean }[] = await manager.query(
      `select not exists (select 1 from meeting where group_id = $1 and (outcome = 'held' or (outcome = 'planned' and held_on < $2))) as is_first`,
      [groupId, on],
    );
    if (!row?.is_first) return { skipped: 'not the first meeting' };

    const moments = momentsOf(firstMeetingSoon, on).filter(({ useBy }) => useBy > now);
    const due = { rule: 'first-meeting-reminder', siteId, streamId: groupId, subjectId: meetingId };
    await armDue(
      manager,
      moments.map(({ offsetDays, from }) => ({ ...due, occurrence: `${on}/${offsetDays}`, dueAt: from })),
    );
    return { did: `will remind people ${moments.length} times` };
  }
}
