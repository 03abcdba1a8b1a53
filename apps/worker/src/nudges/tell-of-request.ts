import type { DomainEvent } from '@followon/shared/events/catalogue';
import { londonDate } from '@followon/shared/rules/calendar/london';
import { momentsOf } from '@followon/shared/rules/nudge/moments';
import { volunteerAsked } from '@followon/shared/rules/nudge/nudges/volunteer-asked';
import { Injectable } from '@nestjs/common';
import type { Outcome, Reaction, Within } from '../dispatch/reaction.js';
import { planNudges } from './plan-nudges.js';
import { ownerOf } from './recipients.js';

const ASKED = `select account_id as "accountId" from volunteer_request where id = $1 and state = 'asked'`;

/** A volunteer who is asked hears of it, and can answer from the message. */
@Injectable()
export class TellOfRequest implements Reaction<'programme.volunteer-asked.v1'> {
  readonly reactor = 'nudges';
  readonly name = 'tell-of-request';

  async react(event: DomainEvent<'programme.volunteer-asked.v1'>, within: Within): Promise<Outcome> {
    if (event.origin !== 'live') return { skipped: 'history asks nobody' };
    const { requestId, part } = event.payload;
    const [request]: { accountId: string }[] = await within.manager.query(ASKED, [requestId]);
    if (!request) return { skipped: 'it was answered or taken back meanwhile' };
    const today = londonDate(within.now);
    const [moment] = momentsOf(volunteerAsked, today);
    if (!moment) throw new Error(`${volunteerAsked.key} has no moment`);
    const to = await ownerOf(within.manager, request.accountId, { role: 'volunteer', today });
    const plan = { because: event, nudge: volunteerAsked, subjectId: requestId, to, moment };
    return planNudges({ ...plan, figures: { role: part } }, within);
  }
}
