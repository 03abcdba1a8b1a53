import { armDue } from '@followon/shared/db/due/arm-due';
import type { DomainEvent } from '@followon/shared/events/catalogue';
import { londonDate, londonInstant } from '@followon/shared/rules/calendar/london';
import { Injectable } from '@nestjs/common';
import type { Outcome, Reaction, Within } from '../../dispatch/reaction.js';
import { coverBreak, runningBreak } from './cover-break.js';
import { coverDue } from './cover-due.js';

/** A volunteer has a break: nobody writes to them, and the tasks of those days are covered. */
@Injectable()
export class StartBreak implements Reaction<'volunteer.break-started.v1'> {
  readonly reactor = 'handover';
  readonly name = 'start-break';

  async react(
    event: DomainEvent<'volunteer.break-started.v1'>,
    { manager, now, append }: Within,
  ): Promise<Outcome> {
    const { volunteerId, siteId } = event.payload;
    const rest = await runningBreak(manager, volunteerId, now);
    if (!rest) return { skipped: 'the break is over already' };
    await manager.query('update volunteer set paused_until = $2 where id = $1', [volunteerId, rest.until_on]);
    const over = {
      ...{ rule: 'break-over', siteId, streamId: siteId, subjectId: volunteerId, occurrence: rest.until_on },
      dueAt: londonInstant(rest.until_on, '06:00'),
    };
    await armDue(manager, [over, coverDue(rest, londonDate(now))]);
    const given = await coverBreak(manager, rest, now);
    for (const { stream, payload } of given)
      append({ because: event, name: 'handover-task.assigned.v1', stream, payload });
    return { did: `covered ${given.length} tasks` };
  }
}
