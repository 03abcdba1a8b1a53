import type { DomainEvent } from '@followon/shared/events/catalogue';
import { londonDate } from '@followon/shared/rules/calendar/london';
import { digestDays, digestMoment, digestOccasion } from '@followon/shared/rules/nudge/digest-day';
import { adminDigest } from '@followon/shared/rules/nudge/nudges/admin-digest';
import { ptvUpdate } from '@followon/shared/rules/nudge/nudges/ptv-update';
import { Injectable } from '@nestjs/common';
import type { Outcome, Reaction, Within } from '../dispatch/reaction.js';
import { termsOf } from '../handover/site-terms.js';
import { planNudges } from './plan-nudges.js';
import { staffOf } from './recipients.js';

const rounds = {
  'volunteers-weekly': { nudge: ptvUpdate, roles: ['volunteer'] },
  'administrators-monthly': { nudge: adminDigest, roles: ['site-admin'] },
} as const;

/** A week of the volunteers or a month of the administrators begins: one message each, whose list is read when it leaves. */
@Injectable()
export class PlanSiteRound implements Reaction<'site-round.due.v1'> {
  readonly reactor = 'nudges';
  readonly name = 'plan-site-round';

  async react(event: DomainEvent<'site-round.due.v1'>, within: Within): Promise<Outcome> {
    const { manager, now } = within;
    const { siteId, round, on } = event.payload;
    const { nudge, roles } = rounds[round];
    const { country } = await termsOf(manager, siteId);
    const to = await staffOf(manager, siteId, { roles, today: londonDate(now) });
    const moment = digestMoment(digestDays(now, country).first, nudge);
    const occasion = digestOccasion(siteId, on);
    return planNudges(
      { because: event, nudge, subjectId: siteId, moment, to, occasion, figures: { on } },
      within,
    );
  }
}
