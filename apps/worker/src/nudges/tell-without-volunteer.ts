import type { DomainEvent } from '@followon/shared/events/catalogue';
import { londonDate } from '@followon/shared/rules/calendar/london';
import { momentsOf } from '@followon/shared/rules/nudge/moments';
import { withoutVolunteer } from '@followon/shared/rules/nudge/nudges/without-volunteer';
import { Injectable } from '@nestjs/common';
import type { Outcome, Reaction, Within } from '../dispatch/reaction.js';
import { planNudges } from './plan-nudges.js';
import { staffOf } from './recipients.js';

/** The search for a volunteer is given up: who leads the volunteers and who runs the site hear of it, once. */
@Injectable()
export class TellWithoutVolunteer implements Reaction<'handover.without-ptv.v1'> {
  readonly reactor = 'nudges';
  readonly name = 'tell-without-volunteer';

  async react(event: DomainEvent<'handover.without-ptv.v1'>, within: Within): Promise<Outcome> {
    if (event.origin !== 'live') return { skipped: 'history is told to nobody' };
    const today = londonDate(within.now);
    const [moment] = momentsOf(withoutVolunteer, today);
    if (!moment) throw new Error(`${withoutVolunteer.key} has no moment`);
    const to = await staffOf(within.manager, event.siteId, { roles: ['lead', 'site-admin'], today });
    const subjectId = event.payload.handoverId;
    return planNudges(
      { because: event, nudge: withoutVolunteer, subjectId, to, moment, figures: {} },
      within,
    );
  }
}
