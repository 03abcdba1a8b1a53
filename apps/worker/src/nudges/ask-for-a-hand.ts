import type { GroupState } from '@followon/shared/contract/health';
import { factsOfReport, keepReport } from '@followon/shared/db/groups/keep-report';
import type { DomainEvent } from '@followon/shared/events/catalogue';
import { londonDate } from '@followon/shared/rules/calendar/london';
import { hasEnded } from '@followon/shared/rules/group/merge';
import { asksForAHand } from '@followon/shared/rules/nudge/answers';
import { Injectable } from '@nestjs/common';
import type { Outcome, Reaction, Within } from '../dispatch/reaction.js';

interface Asker {
  readonly groupId: string;
  readonly groupState: GroupState;
  readonly accountId: string | null;
}

const ASKER = `
  select n.group_id as "groupId", g.state as "groupState", case n.person_kind when 'account' then n.person_id end as "accountId"
  from nudge n join follow_on_group g on g.id = n.group_id where n.id = $1`;

/**
 * Somebody chose a call, or a day with another group, in a message: then their group asks for a hand, as it does by the button
 * on its page. Pressed again, or by two people, it is one question.
 */
@Injectable()
export class AskForAHand implements Reaction<'nudge.answered.v1'> {
  readonly reactor = 'nudges';
  readonly name = 'ask-for-a-hand';

  async react(event: DomainEvent<'nudge.answered.v1'>, { manager, append, now }: Within): Promise<Outcome> {
    const { choice, nudgeId } = event.payload;
    if (!asksForAHand(choice)) return { skipped: 'nobody asked for a hand' };
    const [asker]: Asker[] = await manager.query(ASKER, [nudgeId]);
    if (!asker || hasEnded(asker.groupState)) return { skipped: 'there is no group any more' };
    const { groupId, accountId: by } = asker;
    const report = { siteId: event.siteId, groupId, kind: 'help-asked', on: londonDate(now), by } as const;
    const kept = await keepReport(manager, report);
    if (!kept) return { skipped: 'they have asked for a hand already' };
    for (const fact of factsOfReport(groupId, kept)) append({ ...fact, because: event });
    return { did: 'wrote down that the group asks for a hand' };
  }
}
