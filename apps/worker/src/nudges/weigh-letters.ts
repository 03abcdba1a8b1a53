import type { DomainEvent } from '@followon/shared/events/catalogue';
import { BY_HAND, TO_PRINT } from '@followon/shared/rules/nudge/settle-delivery';
import { Injectable } from '@nestjs/common';
import type { Folding, Outcome, Within } from '../dispatch/reaction.js';

type Changes =
  | 'message-wishes.changed.v1'
  | 'group.rested.v1'
  | 'group.closed.v1'
  | 'group.merged.v1'
  | 'meeting.held.v1'
  | 'meeting.not-held.v1'
  | 'member.left.v1'
  | 'role.vacated.v1';

/** $1 the site, $2 people, $3 groups, $4 now. */
const WEIGH = `
  update delivery d set due_at = $4 from nudge n
  where d.site_id = $1 and d.state = 'held' and d.reason in ('${TO_PRINT}', '${BY_HAND}') and d.due_at > $4
    and n.id = d.nudge_id and (n.person_id = any($2::uuid[]) or n.group_id = any($3::uuid[]))`;

/** Letters wait for a person for days: what has changed for their readers or their group is asked at once, not at the next look. */
@Injectable()
export class WeighLetters implements Folding<Changes> {
  readonly reactor = 'nudges';
  readonly name = 'weigh-letters';

  async fold(
    events: readonly DomainEvent<Changes>[],
    { manager, now }: Within,
  ): Promise<Outcome | undefined> {
    const people = events.flatMap(({ payload }) => ('personId' in payload ? [payload.personId] : []));
    const groups = events.filter(({ streamKind }) => streamKind === 'group').map(({ streamId }) => streamId);
    const [, count]: [unknown, number] = await manager.query(WEIGH, [
      ...[events[0]?.siteId, people, groups, now],
    ]);
    return count > 0 ? { did: `weighs ${count} letters again` } : undefined;
  }
}
