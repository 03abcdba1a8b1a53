import type { DomainEvent } from '@followon/shared/events/catalogue';
import { londonDate } from '@followon/shared/rules/calendar/london';
import { momentsOf } from '@followon/shared/rules/nudge/moments';
import { ideasPack } from '@followon/shared/rules/nudge/nudges/ideas-pack';
import { Injectable } from '@nestjs/common';
import type { Outcome, Reaction, Within } from '../dispatch/reaction.js';
import { planNudges } from './plan-nudges.js';
import type { Addressee } from './recipients.js';

const WHO_ASKED = `
  select n.person_kind as "personKind", n.person_id as "personId", 'role-holder' as audience, false as "optedIn", false as paused, false as left,
    a.disabled_at is not null as "accountDisabled"
  from nudge n left join account a on n.person_kind = 'account' and a.id = n.person_id where n.id = $1`;

/** Whoever asked for ideas gets some, once for each time they asked. */
@Injectable()
export class SendIdeas implements Reaction<'nudge.answered.v1'> {
  readonly reactor = 'nudges';
  readonly name = 'send-ideas';

  async react(event: DomainEvent<'nudge.answered.v1'>, within: Within): Promise<Outcome> {
    const { nudgeId, choice } = event.payload;
    if (choice !== 'send-ideas') return { skipped: 'nobody asked for ideas' };
    const to: Addressee[] = await within.manager.query(WHO_ASKED, [nudgeId]);
    const [moment] = momentsOf(ideasPack, londonDate(within.now));
    if (!moment) throw new Error('the ideas have no moment');
    return planNudges(
      { because: event, nudge: ideasPack, subjectId: nudgeId, to, moment, figures: {} },
      within,
    );
  }
}
