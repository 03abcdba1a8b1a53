import type { DomainEvent } from '@followon/shared/events/catalogue';
import { Injectable } from '@nestjs/common';
import type { Outcome, Reaction, Within } from '../dispatch/reaction.js';
import { tickTasks } from './tick-tasks.js';

type HandoverFact = 'handover.signed-off.v1' | 'handover.accepted.v1';

const settles = { 'handover.signed-off.v1': 'handover_done', 'handover.accepted.v1': 'assign_ptv' } as const;

/** Signing off and accepting are ticks of their own. */
@Injectable()
export class TickByHandoverFact implements Reaction<HandoverFact> {
  readonly reactor = 'handover';
  readonly name = 'tick-by-handover-fact';

  async react(event: DomainEvent<HandoverFact>, within: Within): Promise<Outcome> {
    const ticked = await tickTasks(
      event.payload.programmeId,
      { because: event, keys: [settles[event.name]] },
      within,
    );
    return ticked.length > 0 ? { did: `ticked ${ticked.join(', ')}` } : { skipped: 'it was ticked already' };
  }
}
