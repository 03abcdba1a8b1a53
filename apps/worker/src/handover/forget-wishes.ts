import type { DomainEvent } from '@followon/shared/events/catalogue';
import { Injectable } from '@nestjs/common';
import type { Outcome, Reaction, Within } from '../dispatch/reaction.js';

type Ends = 'handover.signed-off.v1' | 'handover.declined.v1';

/** What people wished was for the forecast before the end. Nobody needs it afterwards, so nobody keeps it. */
@Injectable()
export class ForgetWishes implements Reaction<Ends> {
  readonly reactor = 'handover';
  readonly name = 'forget-wishes';

  async react({ payload }: DomainEvent<Ends>, { manager }: Within): Promise<Outcome> {
    const [, count]: [unknown, number] = await manager.query(
      'delete from founding_wish where programme_id = $1',
      [payload.programmeId],
    );
    return count > 0 ? { did: 'threw the slips away' } : { skipped: 'there were no slips' };
  }
}
