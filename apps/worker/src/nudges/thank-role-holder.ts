import type { DomainEvent } from '@followon/shared/events/catalogue';
import { londonDate } from '@followon/shared/rules/calendar/london';
import { momentsOf } from '@followon/shared/rules/nudge/moments';
import { roleThanks } from '@followon/shared/rules/nudge/nudges/role-thanks';
import { Injectable } from '@nestjs/common';
import type { Outcome, Reaction, Within } from '../dispatch/reaction.js';
import { planNudges } from './plan-nudges.js';
import type { Addressee } from './recipients.js';

const HOLDER = `
  select case when r.account_id is not null then 'account' else 'member' end as "personKind", coalesce(r.account_id, r.member_id) as "personId",
    'role-holder' as audience, false as "optedIn", false as paused, coalesce(m.left_on <= $2::date, false) as left, a.disabled_at is not null as "accountDisabled"
  from group_role r left join account a on a.id = r.account_id left join member m on m.id = r.member_id where r.id = $1`;

/** Stepping down is never a failure: it is met with thanks and a way to hand things on. */
@Injectable()
export class ThankRoleHolder implements Reaction<'role.vacated.v1'> {
  readonly reactor = 'nudges';
  readonly name = 'thank-role-holder';

  async react(event: DomainEvent<'role.vacated.v1'>, within: Within): Promise<Outcome> {
    const { roleId, kind } = event.payload;
    const today = londonDate(within.now);
    const to: Addressee[] = await within.manager.query(HOLDER, [roleId, today]);
    const [moment] = momentsOf(roleThanks, today);
    if (!moment) throw new Error('the thanks have no moment');
    return planNudges(
      { because: event, nudge: roleThanks, subjectId: roleId, to, moment, figures: { role: kind } },
      within,
    );
  }
}
