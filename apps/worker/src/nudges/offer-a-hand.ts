import type { DomainEvent } from '@followon/shared/events/catalogue';
import { offersAHand } from '@followon/shared/rules/alert/stages';
import { tellsOfMarks } from '@followon/shared/rules/health/marks';
import { londonDate } from '@followon/shared/rules/calendar/london';
import { momentsOf } from '@followon/shared/rules/nudge/moments';
import { wouldAHandHelp } from '@followon/shared/rules/nudge/nudges/would-a-hand-help';
import { Injectable } from '@nestjs/common';
import type { Outcome, Reaction, Within } from '../dispatch/reaction.js';
import { alertOf, figuresOf } from './alert-figures.js';
import { planAlerts } from './plan-digests.js';
import { planNudges } from './plan-nudges.js';
import type { AlertAudience } from './recipients.js';
import { audienceOf } from './recipients.js';

type Opened = DomainEvent<'alert.opened.v1'>;

/**
 * When an alert opens, the site's clinicians hear of the group, and its role holders and its volunteer are offered a hand, at
 * the same moment; where the site gives the group some days first, the clinicians hear when these are over. One that other
 * marks opened stands on the dashboard only: the group did nothing, and hundreds may open at once.
 */
@Injectable()
export class OfferAHand implements Reaction<'alert.opened.v1'> {
  readonly reactor = 'nudges';
  readonly name = 'offer-a-hand';

  async react(event: Opened, within: Within): Promise<Outcome> {
    const { alertId, groupId } = event.payload;
    const about = { siteId: event.siteId, groupId, alertId, today: londonDate(within.now) };
    const audience = await audienceOf(within.manager, { ...about, roles: ['clinician'] });
    if (tellsOfMarks(audience.reasons)) return { skipped: 'the marks were changed, not the group' };
    return join(await tell(event, audience, within), await offer(event, audience, within));
  }
}

async function tell(
  because: Opened,
  { stage, state, staff, reasons }: AlertAudience,
  within: Within,
): Promise<Outcome> {
  if (stage === 'group') return { skipped: 'these days are the group’s own' };
  if (state !== 'open') return { skipped: 'somebody has it in hand' };
  const alert = alertOf(because, figuresOf(because.payload, reasons));
  return planAlerts({ because, to: staff, alert }, within);
}

async function offer(
  because: Opened,
  { holders, volunteers, reasons }: AlertAudience,
  within: Within,
): Promise<Outcome> {
  const { alertId: subjectId, cause } = because.payload;
  if (!offersAHand(cause)) return { skipped: 'nobody needs to be asked' };
  if (reasons.some(({ key }) => key === 'help-asked')) return { skipped: 'the group asked itself' };
  const [moment] = momentsOf(wouldAHandHelp, londonDate(within.now));
  if (!moment) throw new Error(`${wouldAHandHelp.key} has no moment`);
  const asHolder = new Set(holders.map(({ personId }) => personId));
  const to = [...holders, ...volunteers.filter(({ personId }) => !asHolder.has(personId))];
  const figures = figuresOf(because.payload, reasons);
  return planNudges({ because, nudge: wouldAHandHelp, to, figures, moment, subjectId }, within);
}

/** Two outcomes of one reaction: something was done when either did something. */
export function join(...outcomes: readonly Outcome[]): Outcome {
  const words = outcomes.map((outcome) => ('did' in outcome ? outcome.did : outcome.skipped)).join('; ');
  return outcomes.some((outcome) => 'did' in outcome) ? { did: words } : { skipped: words };
}
