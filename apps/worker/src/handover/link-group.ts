import { CHOSE_EACH_OTHER, goesOnIn } from '@followon/shared/db/handovers/group-of';
import type { DomainEvent } from '@followon/shared/events/catalogue';
import { Injectable } from '@nestjs/common';
import type { Outcome, Reaction, Within } from '../dispatch/reaction.js';

type Links = 'group.formed.v1' | 'role.accepted.v1';

const LINK = `
  update handover h set group_id = g.id from follow_on_group g
  where g.id = $1 and h.group_id is null and h.state <> 'closed' and (h.programme_id = g.programme_id
    or exists (select from handover k where k.programme_id = g.programme_id and ${CHOSE_EACH_OTHER})) returning h.id`;

const ASSIGN = `
  update handover_task t set assignee_id = r.account_id, version = t.version + 1
  from group_role r join handover h on ${goesOnIn('r.group_id')}
  where r.id = $1 and r.kind = 'contact' and r.account_id is not null and t.handover_id = h.id
    and t.owner_role = 'contact' and t.assignee_id is null and t.state not in ('done', 'not-applicable') returning t.id`;

/** A new group belongs to its programme's handover, a joint one to those of both its programmes, and its first contact person takes over the group's own tasks. */
@Injectable()
export class LinkGroup implements Reaction<Links> {
  readonly reactor = 'handover';
  readonly name = 'link-group';

  async react(event: DomainEvent<Links>, { manager }: Within): Promise<Outcome> {
    if (event.name === 'group.formed.v1') {
      const [linked]: [unknown[], number] = await manager.query(LINK, [event.payload.groupId]);
      return linked.length > 0
        ? { did: 'linked the group to its handover' }
        : { skipped: 'no handover waits for this group' };
    }
    const [given]: [unknown[], number] = await manager.query(ASSIGN, [event.payload.roleId]);
    return given.length > 0
      ? { did: `gave ${given.length} tasks to the contact person` }
      : { skipped: 'no task waits for a contact person' };
  }
}
