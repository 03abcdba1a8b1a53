import type { DomainEvent } from '@followon/shared/events/catalogue';
import { Injectable } from '@nestjs/common';
import type { Outcome, Reaction, Within } from '../dispatch/reaction.js';

const LAST_TASK = 'review_90';

const CLOSE = `
  update handover set state = 'closed', version = version + 1
  where id = $1 and state in ('signed-off', 'accepted') returning programme_id`;

/** The look after 90 days is the last thing on the list. */
@Injectable()
export class CloseHandover implements Reaction<'handover-task.done.v1'> {
  readonly reactor = 'handover';
  readonly name = 'close-handover';

  async react(event: DomainEvent<'handover-task.done.v1'>, { manager, append }: Within): Promise<Outcome> {
    const { handoverId, key } = event.payload;
    if (key !== LAST_TASK) return { skipped: 'not the last task' };
    const [closed]: [{ programme_id: string }[], number] = await manager.query(CLOSE, [handoverId]);
    const programmeId = closed[0]?.programme_id;
    if (!programmeId) return { skipped: 'the handover is not signed off, or is closed already' };
    append({ because: event, name: 'handover.closed.v1', payload: { programmeId, handoverId } });
    return { did: 'closed the handover' };
  }
}
