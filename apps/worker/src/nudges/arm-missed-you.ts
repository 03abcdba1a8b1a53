import { armDue } from '@followon/shared/db/due/arm-due';
import { prepared } from '@followon/shared/db/prepared';
import type { DomainEvent } from '@followon/shared/events/catalogue';
import { momentsOf } from '@followon/shared/rules/nudge/moments';
import { missedYouSoft } from '@followon/shared/rules/nudge/nudges/missed-you-soft';
import { Injectable } from '@nestjs/common';
import type { Outcome, Reaction, Within } from '../dispatch/reaction.js';

const ANYBODY = {
  name: 'anybody-chose-a-kind-word',
  text: `select exists (select from member p join message_consent c on c.person_id in (p.id, p.account_id)
    where p.group_id = $1 and c.purpose = '${missedYouSoft.purpose}' and c.wants) as chose`,
};

/** Remembers a kind word for a week later, where anybody of the group chose to get one. */
@Injectable()
export class ArmMissedYou implements Reaction<'meeting.held.v1'> {
  readonly reactor = 'nudges';
  readonly name = 'arm-missed-you';

  async react(
    { siteId, origin, payload }: DomainEvent<'meeting.held.v1'>,
    { manager, now }: Within,
  ): Promise<Outcome> {
    if (origin !== 'live') return { skipped: 'imported history is not spoken of' };
    const { groupId, meetingId, on } = payload;
    const [row] = await prepared<{ chose: boolean }>(manager, ANYBODY, [groupId]);
    if (!row?.chose) return { skipped: 'nobody chose to hear' };
    const [moment] = momentsOf(missedYouSoft, on);
    if (!moment || moment.useBy <= now) return { skipped: 'the day has passed' };
    const due = { rule: 'missed-you', siteId, streamId: groupId, subjectId: meetingId, occurrence: on };
    await armDue(manager, [{ ...due, dueAt: moment.from }]);
    return { did: `will look on ${moment.on}` };
  }
}
