import type { DomainEvent } from '@followon/shared/events/catalogue';
import { Injectable } from '@nestjs/common';
import type { Outcome, Reaction, Within } from '../dispatch/reaction.js';

type Word = 'handover-task.done.v1' | 'handover-task.reopened.v1';

/** The task of the list that asks the other group. */
const ASKS_HOST = 'host_agrees';

const WELCOMED = `
  update handover h set group_id = h.with_group_id from handover_task t
  where h.id = $1 and h.route = 'join' and h.with_group_id is not null and h.state <> 'closed'
    and t.handover_id = h.id and t.key = '${ASKS_HOST}' and t.state = 'done'
    and coalesce(t.evidence -> 'answers' ->> 'host-said-yes', 'true') <> 'false' returning h.id`;

const NOT_YET = `
  update handover h set group_id = null
  where h.id = $1 and h.route = 'join' and h.group_id = h.with_group_id and h.state <> 'closed' returning h.id`;

/**
 * Who may come to a group that is there already belongs to it from its yes on. That group's people and tasks stay its own:
 * nobody of it gets a part in this handover, and what it does ticks nothing here.
 */
@Injectable()
export class LinkWelcomed implements Reaction<Word> {
  readonly reactor = 'handover';
  readonly name = 'link-welcomed';

  async react({ name, payload }: DomainEvent<Word>, { manager }: Within): Promise<Outcome> {
    if (payload.key !== ASKS_HOST) return { skipped: 'no other group was asked' };
    const isSaid = name === 'handover-task.done.v1';
    const [rows]: [unknown[], number] = await manager.query(isSaid ? WELCOMED : NOT_YET, [
      payload.handoverId,
    ]);
    if (rows.length === 0) return { skipped: 'no group is named, or it said no' };
    return { did: isSaid ? 'linked the handover to the group' : 'the group is asked again' };
  }
}
