import type { DomainEvent } from '@followon/shared/events/catalogue';
import { Injectable } from '@nestjs/common';
import type { Outcome, Reaction, Within } from '../dispatch/reaction.js';
import { moveTasks } from './move-tasks.js';
import { loadProgramme } from './programme-facts.js';

type Moves = 'programme.rescheduled.v1' | 'programme.finished.v1';

/** Undone tasks move with the last session. The dates come from the programme as it is now, so an old event does no harm. */
@Injectable()
export class MoveHandover implements Reaction<Moves> {
  readonly reactor = 'handover';
  readonly name = 'move-handover';

  async react({ payload }: DomainEvent<Moves>, { manager, now }: Within): Promise<Outcome> {
    const programme = await loadProgramme(manager, payload.programmeId);
    if (!programme.handover_id) return { skipped: 'no checklist is open yet' };
    const moved = await moveTasks(manager, programme, now);
    return moved > 0 ? { did: `moved ${moved} tasks` } : { skipped: 'no task had to move' };
  }
}
