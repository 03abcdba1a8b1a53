import type { DomainEvent } from '@followon/shared/events/catalogue';
import { Injectable } from '@nestjs/common';
import type { Outcome, Reaction, Within } from '../../dispatch/reaction.js';
import { breaksBeside, coverBreak } from './cover-break.js';

/** Dates that moved into somebody's break are covered at once; whatever else moves them waits for the next morning. */
@Injectable()
export class CoverWhatMoved implements Reaction<'programme.rescheduled.v1'> {
  readonly reactor = 'handover';
  readonly name = 'cover-what-moved';

  async react(
    event: DomainEvent<'programme.rescheduled.v1'>,
    { manager, now, append }: Within,
  ): Promise<Outcome> {
    const breaks = await breaksBeside(manager, event.payload.programmeId, now);
    let covered = 0;
    for (const rest of breaks) {
      const given = await coverBreak(manager, rest, now);
      for (const { stream, payload } of given)
        append({ because: event, name: 'handover-task.assigned.v1', stream, payload });
      covered += given.length;
    }
    return covered > 0 ? { did: `covered ${covered} tasks` } : { skipped: 'nothing fell into a break' };
  }
}
