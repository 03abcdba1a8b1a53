import type { DomainEvent } from '@followon/shared/events/catalogue';
import { Injectable } from '@nestjs/common';
import type { Outcome, Reaction, Within } from '../dispatch/reaction.js';

/** Heard late, it does nothing to whoever has said again that they would like to stop. */
const CLOSE = `
  update handover h set state = 'closed', version = h.version + 1 from group_role r
  where r.id = $1 and h.role_id = r.id and h.kind = 'hand-on' and h.state = 'open'
    and r.until_on is null and r.stepping_down_on is null
  returning h.id`;

/** Whoever stays after all has nothing to hand on. Should they stop another time, the list goes on where it was. */
@Injectable()
export class DropHandOn implements Reaction<'role.stays.v1'> {
  readonly reactor = 'handover';
  readonly name = 'drop-hand-on';

  async react(event: DomainEvent<'role.stays.v1'>, { manager, append }: Within): Promise<Outcome> {
    const { groupId, roleId } = event.payload;
    const [[closed]]: [{ id: string }[], number] = await manager.query(CLOSE, [roleId]);
    if (!closed) return { skipped: 'no hand-on list is open, or they stop after all' };
    const payload = { groupId, handoverId: closed.id, kind: 'hand-on' } as const;
    append({ because: event, name: 'checklist.closed.v1', payload });
    return { did: 'closed the hand-on list of somebody who stays' };
  }
}
