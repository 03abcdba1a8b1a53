import type { DomainEvent } from '@followon/shared/events/catalogue';
import { londonDate } from '@followon/shared/rules/calendar/london';
import { wishesPassedOn } from '@followon/shared/rules/nudge/answers';
import { momentsOf } from '@followon/shared/rules/nudge/moments';
import { helpAsked } from '@followon/shared/rules/nudge/nudges/help-asked';
import { Injectable } from '@nestjs/common';
import type { Outcome, Reaction, Within } from '../dispatch/reaction.js';
import { planNudges } from './plan-nudges.js';
import { staffOf } from './recipients.js';

const ANSWER = `
  select payload ->> 'choice' as wish from event
  where stream_id = $1 and event_id = $2 and name = 'nudge.answered.v1' and payload ->> 'choice' = any($3)`;

/** A group asked for a hand: the volunteer lead hears of it at once, whatever its level was, and what it would like if it said so. */
@Injectable()
export class TellOfHelpAsked implements Reaction<'help.asked.v1'> {
  readonly reactor = 'nudges';
  readonly name = 'tell-of-help-asked';

  async react(event: DomainEvent<'help.asked.v1'>, within: Within): Promise<Outcome> {
    const today = londonDate(within.now);
    const to = await staffOf(within.manager, event.siteId, { roles: ['lead'], today });
    const [moment] = momentsOf(helpAsked, today);
    if (!moment) throw new Error(`${helpAsked.key} has no moment`);
    const { reportId, on } = event.payload;
    const answered = [event.streamId, event.causedBy, wishesPassedOn];
    const [said]: { wish: string }[] = await within.manager.query(ANSWER, answered);
    return planNudges(
      { because: event, nudge: helpAsked, subjectId: reportId, to, moment, figures: { on, ...said } },
      within,
    );
  }
}
