import { prepared } from '@followon/shared/db/prepared';
import type { DomainEvent } from '@followon/shared/events/catalogue';
import { Injectable } from '@nestjs/common';
import type { Outcome, Reaction, Within } from '../dispatch/reaction.js';

type EndingEvent = 'handover-task.done.v1' | 'handover-task.set-aside.v1' | 'handover.signed-off.v1';

const CLOSE = {
  name: 'close-handover',
  text: `
  update handover h set state = 'closed', version = version + 1
  where id = $1 and state in ('signed-off', 'accepted') and not exists (select from handover_task t
    where t.handover_id = h.id and t.state not in ('done', 'not-applicable')
      and (t.key = 'review_90' or not exists (select from handover_task r where r.handover_id = h.id and r.key = 'review_90')))
  returning programme_id`,
};

/**
 * The look after 90 days is the last thing on the list, in whatever order it and the sign-off came. A list without one is
 * over when nothing on it is undone.
 */
@Injectable()
export class CloseHandover implements Reaction<EndingEvent> {
  readonly reactor = 'handover';
  readonly name = 'close-handover';

  async react(event: DomainEvent<EndingEvent>, { manager, append }: Within): Promise<Outcome> {
    const { handoverId } = event.payload;
    const [closed] = await prepared<{ programme_id: string }>(manager, CLOSE, [handoverId]);
    const programmeId = closed?.programme_id;
    if (!programmeId) return { skipped: 'not signed off, not looked at after 90 days, or closed already' };
    append({ because: event, name: 'handover.closed.v1', payload: { programmeId, handoverId } });
    return { did: 'closed the handover' };
  }
}
