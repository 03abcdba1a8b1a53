import { armDue } from '@followon/shared/db/due/arm-due';
import type { DomainEvent } from '@followon/shared/events/catalogue';
import { londonDate, londonInstant } from '@followon/shared/rules/calendar/london';
import { finishingOn } from '@followon/shared/rules/handover/finishing';
import { Injectable } from '@nestjs/common';
import type { Outcome, Reaction, Within } from '../dispatch/reaction.js';
import { loadProgramme } from './programme-facts.js';

type Arms = 'programme.scheduled.v1' | 'programme.rescheduled.v1';

/** Remembers the day on which the programme begins to finish, or says so at once when that day has passed. */
@Injectable()
export class ArmFinishing implements Reaction<Arms> {
  readonly reactor = 'handover';
  readonly name = 'arm-finishing';

  async react(event: DomainEvent<Arms>, { manager, now, append }: Within): Promise<Outcome> {
    const { id, site_id, handover_id, last_session_on } = await loadProgramme(
      manager,
      event.payload.programmeId,
    );
    if (handover_id) return { skipped: 'the checklist is open already' };

    const on = finishingOn(last_session_on);
    if (on <= londonDate(now)) {
      append({
        because: event,
        name: 'programme.finishing.v1',
        payload: { programmeId: id, lastSessionOn: last_session_on },
      });
      return { did: 'the programme is finishing' };
    }
    const due = {
      rule: 'programme-finishing',
      siteId: site_id,
      streamId: id,
      subjectId: id,
      occurrence: last_session_on,
    };
    await armDue(manager, [{ ...due, dueAt: londonInstant(on, '07:00') }]);
    return { did: `will open the checklist on ${on}` };
  }
}
