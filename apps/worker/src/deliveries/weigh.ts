import type { GroupState } from '@followon/shared/contract/health';
import { londonDate } from '@followon/shared/rules/calendar/london';
import type { NudgeDecision, NudgeFacts, Recipient } from '@followon/shared/rules/nudge/decide-nudge';
import { decideNudge } from '@followon/shared/rules/nudge/decide-nudge';
import { nudgeOf } from '@followon/shared/rules/nudge/nudges';
import type { EntityManager } from 'typeorm';
import type { Claimed } from './claim.js';
import { isStillTrue } from './still-true.js';

/** An account may be a volunteer who paused, or a member of this group who paused or left. */
const ACCOUNT = `
  select coalesce(m.wants_messages, false) as "optedIn", coalesce(m.paused_until > $2::date, v.paused_until > $2::date, false) as paused,
    coalesce(m.left_on <= $2::date, false) as left, a.disabled_at is not null as "accountDisabled"
  from account a left join volunteer v on v.account_id = a.id left join member m on m.account_id = a.id and m.group_id = $3 where a.id = $1 limit 1`;
const MEMBER = `
  select wants_messages as "optedIn", coalesce(paused_until > $2::date, false) as paused, coalesce(left_on <= $2::date, false) as left,
    false as "accountDisabled"
  from member where id = $1 and ($3::uuid is null or group_id = $3)`;

/** Every other capped message that this person got, or is getting right now. */
const OTHERS = `
  select coalesce(n.sent_at, n.due_at) as at from nudge n
  where n.person_id = $1 and n.id <> $2 and n.audience in ('member', 'role-holder')
    and (n.state = 'sent' or exists (select 1 from delivery d where d.nudge_id = n.id and d.state = 'sending'))
    and coalesce(n.sent_at, n.due_at) > $3::timestamptz - interval '31 days'`;

/**
 * May this message leave now? Everything that could have changed since it was planned is asked again. `lastAnswer` is
 * not known yet: there is no answer before messages carry links.
 */
export async function weigh(manager: EntityManager, claimed: Claimed, now: Date): Promise<NudgeDecision> {
  const nudge = nudgeOf(claimed.key);
  if (!nudge) return { suppress: 'no-longer-true' };
  const [recipient]: Recipient[] = await manager.query(claimed.person_kind === 'account' ? ACCOUNT : MEMBER, [
    ...[claimed.person_id, londonDate(now), claimed.group_id],
  ]);
  const others: { at: Date }[] = await manager.query(OTHERS, [claimed.person_id, claimed.nudge_id, now]);
  return decideNudge({
    ...{ nudge, audience: claimed.audience, recipient, origin: 'live', now, useBy: claimed.use_by },
    ...(await groupOf(manager, claimed)),
    sentAt: others.map(({ at }) => at),
    stillTrue: await isStillTrue(manager, claimed, now),
  });
}

type OfGroup = Pick<NudgeFacts, 'groupState' | 'groupSwitchedOff'>;

/** A handover's messages are not about the state of its group, but the group's wish for quiet holds for them too. */
const GROUP = `
  select case when g.id = $1 then g.state end as "groupState", g.messages_off as "groupSwitchedOff" from follow_on_group g
  where g.id = coalesce($1, (select h.group_id from handover h where h.programme_id = $2 and h.route <> 'join'))`;

async function groupOf(manager: EntityManager, { group_id, programme_id }: Claimed): Promise<OfGroup> {
  const [group]: { groupState: GroupState | null; groupSwitchedOff: boolean }[] = await manager.query(GROUP, [
    group_id,
    programme_id,
  ]);
  return { groupState: group?.groupState ?? undefined, groupSwitchedOff: group?.groupSwitchedOff ?? false };
}
