import type { DomainEvent } from '@followon/shared/events/catalogue';
import { Injectable } from '@nestjs/common';
import type { Outcome, Reaction, Within } from '../dispatch/reaction.js';

type Finds = 'programme.volunteer-accepted.v1' | 'handover-task.done.v1';

const CLEAR = `
  update handover h set without_ptv = false, version = h.version + 1 from programme p
  where h.programme_id = $1 and p.id = h.programme_id and h.without_ptv and p.ptv_id is not null returning h.id`;

/** Better late than never: a volunteer who comes after all takes the flag away. */
@Injectable()
export class FindPtv implements Reaction<Finds> {
  readonly reactor = 'handover';
  readonly name = 'find-ptv';

  async react(event: DomainEvent<Finds>, { manager }: Within): Promise<Outcome> {
    if (event.name === 'handover-task.done.v1' && event.payload.key !== 'assign_ptv')
      return { skipped: 'this is not about finding a volunteer' };
    const [cleared]: [unknown[], number] = await manager.query(CLEAR, [event.streamId]);
    return cleared.length > 0
      ? { did: 'the handover has a volunteer after all' }
      : { skipped: 'the handover was not without one' };
  }
}
