import type { DomainEvent } from '@followon/shared/events/catalogue';
import { londonDate } from '@followon/shared/rules/calendar/london';
import { momentsOf } from '@followon/shared/rules/nudge/moments';
import { roleOffered } from '@followon/shared/rules/nudge/nudges/role-offered';
import { Injectable } from '@nestjs/common';
import type { Outcome, Reaction, Within } from '../dispatch/reaction.js';
import { planNudges } from './plan-nudges.js';
import type { Addressee } from './recipients.js';

/** Somebody known only as a member hears of it when they said yes to messages; others ask them in person. */
const ASKED = `
  select case when coalesce(o.account_id, m.account_id) is not null then 'account' else 'member' end as "personKind",
    coalesce(o.account_id, m.account_id, m.id) as "personId", case o.kind when 'ptv' then 'volunteer' else 'role-holder' end as audience,
    coalesce(m.wants_messages, false) as "optedIn", coalesce(m.paused_until > $2::date, false) as paused,
    coalesce(m.left_on <= $2::date, false) as left, a.disabled_at is not null as "accountDisabled"
  from role_offer o left join member m on m.id = o.member_id left join account a on a.id = coalesce(o.account_id, m.account_id)
  where o.id = $1 and o.state = 'asked' and (a.id is not null or m.wants_messages)`;

/** Whoever is asked to take a role reads it where they read everything else. */
@Injectable()
export class TellOfRoleOffer implements Reaction<'role.offered.v1'> {
  readonly reactor = 'nudges';
  readonly name = 'tell-of-role-offer';

  async react(event: DomainEvent<'role.offered.v1'>, within: Within): Promise<Outcome> {
    const { offerId, kind } = event.payload;
    const today = londonDate(within.now);
    const to: Addressee[] = await within.manager.query(ASKED, [offerId, today]);
    const [moment] = momentsOf(roleOffered, today);
    if (!moment) throw new Error(`${roleOffered.key} has no moment`);
    const plan = { because: event, nudge: roleOffered, subjectId: offerId, to, moment };
    return planNudges({ ...plan, figures: { role: kind } }, within);
  }
}
