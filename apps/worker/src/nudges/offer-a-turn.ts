import { prepared } from '@followon/shared/db/prepared';
import type { DomainEvent } from '@followon/shared/events/catalogue';
import type { ReasonKey } from '@followon/shared/rules/health/facts';
import { tellsOfMarks } from '@followon/shared/rules/health/marks';
import { handRoundRoles } from '@followon/shared/rules/nudge/nudges/hand-round-roles';
import { Injectable } from '@nestjs/common';
import type { Outcome, Reaction, Within } from '../dispatch/reaction.js';
import { askHolders } from './plan-group-round.js';

const OF_ROLES: readonly ReasonKey[] = ['one-carries', 'roles-vacant'];

const MEETINGS = 3;
const SETTLED = {
  name: 'group-has-met-often',
  text: `select count(*) >= ${MEETINGS} as settled from meeting where group_id = $1 and outcome = 'held'`,
};

/** One person carries it all, or roles stand empty: would anyone like a turn? A group that fades is offered more than that. */
@Injectable()
export class OfferATurn implements Reaction<'group-health.changed.v1'> {
  readonly reactor = 'nudges';
  readonly name = 'offer-a-turn';

  async react(event: DomainEvent<'group-health.changed.v1'>, within: Within): Promise<Outcome> {
    const { groupId, on, to, reasons } = event.payload;
    if (!reasons.some(({ key }) => OF_ROLES.includes(key))) return { skipped: 'it is not about roles' };
    if (tellsOfMarks(reasons)) return { skipped: 'the marks were changed, not the group' };
    if (to === 'fading' || to === 'at-risk') return { skipped: 'the group is offered a hand' };
    const [group] = await prepared<{ settled: boolean }>(within.manager, SETTLED, [groupId]);
    if (!group?.settled) return { skipped: 'a young group finds its people first' };
    return askHolders(event, { nudge: handRoundRoles, groupId, on }, within);
  }
}
