import type { DomainEvent } from '@followon/shared/events/catalogue';
import { londonDate } from '@followon/shared/rules/calendar/london';
import { Injectable } from '@nestjs/common';
import type { Outcome, Reaction, Within } from '../dispatch/reaction.js';
import { alertOf, figuresOf } from './alert-figures.js';
import { planAlerts, planUnanswered } from './plan-digests.js';
import { audienceOf } from './recipients.js';

/**
 * The days of a stage are over: the clinicians hear as they do when an alert opens, the administrators that nobody has taken
 * it on yet.
 */
@Injectable()
export class TellNextStage implements Reaction<'alert.escalated.v1'> {
  readonly reactor = 'nudges';
  readonly name = 'tell-next-stage';

  async react(event: DomainEvent<'alert.escalated.v1'>, within: Within): Promise<Outcome> {
    const { alertId, groupId, to: next } = event.payload;
    const today = londonDate(within.now);
    const about = { siteId: event.siteId, groupId, alertId, today };
    const { staff, reasons, state } = await audienceOf(within.manager, { ...about, roles: [next] });
    if (state !== 'open') return { skipped: 'somebody has it in hand, or it is over' };
    const alert = alertOf(event, figuresOf(event.payload, reasons));
    const telling = { because: event, to: staff, alert };
    return next === 'clinician' ? planAlerts(telling, within) : planUnanswered(telling, within);
  }
}
