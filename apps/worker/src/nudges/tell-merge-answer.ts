import type { DomainEvent } from '@followon/shared/events/catalogue';
import { londonDate } from '@followon/shared/rules/calendar/london';
import { momentsOf } from '@followon/shared/rules/nudge/moments';
import { mergeAnswered } from '@followon/shared/rules/nudge/nudges/merge-answered';
import { Injectable } from '@nestjs/common';
import type { EntityManager } from 'typeorm';
import type { Outcome, Reaction, Within } from '../dispatch/reaction.js';
import { planNudges } from './plan-nudges.js';
import type { Addressee } from './recipients.js';
import { roleHoldersOf } from './recipients.js';

type Answered = 'group.merge-declined.v1' | 'group.merged.v1';

/** Contact people of the joint group who came from the group that asked, but whoever said yes for the other one too. */
const CAME_WITH = `
  select case when r.account_id is not null then 'account' else 'member' end as "personKind", coalesce(r.account_id, r.member_id) as "personId",
    'role-holder' as audience, coalesce(m.wants_messages, false) as "optedIn", coalesce(m.paused_until > $2::date, false) as paused,
    coalesce(m.left_on <= $2::date, false) as left, a.disabled_at is not null as "accountDisabled"
  from group_merge g join jsonb_array_elements(g.moved -> 'roles') had on true
    join group_role was on was.id = (had ->> 'from')::uuid and was.kind = 'contact'
    join group_role r on r.group_id = g.into_group_id and r.kind = 'contact' and r.until_on is null
      and (r.id = (had ->> 'to')::uuid or r.account_id = was.account_id)
    left join account a on a.id = r.account_id
    left join member m on m.group_id = r.group_id and (m.id = r.member_id or m.account_id = r.account_id)
  where g.id = $1 and r.account_id is distinct from g.into_agreed_by order by "personId"`;

/** Those who asked another group to go on together hear what it said; when both are one, as people of the joint group. */
@Injectable()
export class TellMergeAnswer implements Reaction<Answered> {
  readonly reactor = 'nudges';
  readonly name = 'tell-merge-answer';

  async react(event: DomainEvent<Answered>, within: Within): Promise<Outcome> {
    if (event.origin !== 'live') return { skipped: 'it is history' };
    const { mergeId, groupId, intoGroupId } = event.payload;
    const today = londonDate(within.now);
    const isYes = event.name === 'group.merged.v1';
    const to = isYes
      ? await cameWith(within.manager, mergeId, today)
      : await roleHoldersOf(within.manager, groupId, { kinds: ['contact'], today });
    const [moment] = momentsOf(mergeAnswered, today);
    if (!moment) throw new Error(`${mergeAnswered.key} has no moment`);
    const figures = { answer: isYes ? 'merged' : 'declined' };
    const stream = { id: isYes ? intoGroupId : groupId, kind: 'group' } as const;
    return planNudges(
      { because: event, nudge: mergeAnswered, subjectId: mergeId, to, moment, figures, stream },
      within,
    );
  }
}

const cameWith = (manager: EntityManager, mergeId: string, today: string): Promise<Addressee[]> =>
  manager.query(`select distinct on ("personId") * from (${CAME_WITH}) people`, [mergeId, today]);
