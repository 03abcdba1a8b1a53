import type { DomainEvent } from '@followon/shared/events/catalogue';
import type { Reason } from '@followon/shared/rules/health/facts';
import { tellsOfMarks } from '@followon/shared/rules/health/marks';
import { londonDate } from '@followon/shared/rules/calendar/london';
import { momentsOf } from '@followon/shared/rules/nudge/moments';
import type { Nudge } from '@followon/shared/rules/nudge/nudge';
import { wouldAHandHelp } from '@followon/shared/rules/nudge/nudges/would-a-hand-help';
import { Injectable } from '@nestjs/common';
import type { Outcome, Reaction, Within } from '../dispatch/reaction.js';
import type { AlertToTell } from './plan-digests.js';
import { planAlerts } from './plan-digests.js';
import { planNudges } from './plan-nudges.js';
import type { Addressee } from './recipients.js';
import { audienceOf } from './recipients.js';

type Opened = DomainEvent<'alert.opened.v1'>;

/**
 * When an alert opens, the site's clinicians hear of the group, and its role holders are offered a hand. One that other
 * marks opened stands on the dashboard only: the group did nothing, and hundreds may open at once.
 */
@Injectable()
export class OfferAHand implements Reaction<'alert.opened.v1'> {
  readonly reactor = 'nudges';
  readonly name = 'offer-a-hand';

  async react(event: Opened, within: Within): Promise<Outcome> {
    const about = {
      siteId: event.siteId,
      groupId: event.streamId,
      alertId: event.payload.alertId,
      today: londonDate(within.now),
    };
    const { staff, holders, reasons } = await audienceOf(within.manager, about);
    if (tellsOfMarks(reasons)) return { skipped: 'the marks were changed, not the group' };
    const figures = figuresOf(event, reasons);
    const told = await planAlerts({ because: event, to: staff, alert: alertOf(event, figures) }, within);
    if (reasons.some(({ key }) => key === 'help-asked'))
      return join(told, { skipped: 'the group asked itself' });
    const offered = await this.plan(event, { nudge: wouldAHandHelp, to: holders, figures }, within);
    return join(told, offered);
  }

  private plan(
    because: Opened,
    { nudge, to, figures }: { nudge: Nudge; to: readonly Addressee[]; figures: Figures },
    within: Within,
  ): Promise<Outcome> {
    const [moment] = momentsOf(nudge, londonDate(within.now));
    if (!moment) throw new Error(`${nudge.key} has no moment`);
    return planNudges({ because, nudge, to, figures, moment, subjectId: because.payload.alertId }, within);
  }
}

type Figures = { readonly cause: string; readonly [figure: string]: unknown };

/** The first reason is the weightiest; its words need its numbers. */
function figuresOf({ payload }: Opened, [first]: readonly Reason[]): Figures {
  const { meetingIds: _, ...reason } = first ?? { meetingIds: [] };
  return { cause: payload.cause, ...reason };
}

/** As a message that tells of several keeps it. */
function alertOf({ payload }: Opened, figures: Figures): AlertToTell {
  const { alertId, groupId, programmeId } = payload;
  return { alertId, ...(groupId && { groupId }), ...(programmeId && { programmeId }), ...figures };
}

/** Two outcomes of one reaction: something was done when either did something. */
export function join(...outcomes: readonly Outcome[]): Outcome {
  const words = outcomes.map((outcome) => ('did' in outcome ? outcome.did : outcome.skipped)).join('; ');
  return outcomes.some((outcome) => 'did' in outcome) ? { did: words } : { skipped: words };
}
