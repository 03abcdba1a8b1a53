import type { DomainEvent } from '@followon/shared/events/catalogue';
import type { ChecklistKind } from '@followon/shared/rules/handover/task';
import { Injectable } from '@nestjs/common';
import type { Outcome, Reaction, Within } from '../dispatch/reaction.js';

type Settles = 'handover-task.done.v1' | 'handover-task.set-aside.v1';

const CLOSE = `
  update handover h set state = 'closed', version = version + 1
  where id = $1 and kind <> 'programme' and state = 'open' and not exists (select from handover_task t
    where t.handover_id = h.id and t.state not in ('done', 'not-applicable'))
  returning group_id, kind`;

interface Closed {
  readonly group_id: string;
  readonly kind: Exclude<ChecklistKind, 'programme'>;
}

/** A group's own list closes by itself when nothing on it is left to do. */
@Injectable()
export class CloseChecklist implements Reaction<Settles> {
  readonly reactor = 'handover';
  readonly name = 'close-checklist';

  async react(event: DomainEvent<Settles>, { manager, append }: Within): Promise<Outcome> {
    const { handoverId } = event.payload;
    const [rows]: [Closed[], number] = await manager.query(CLOSE, [handoverId]);
    const closed = rows[0];
    if (!closed) return { skipped: 'a programme’s list, or something is left to do' };
    const payload = { groupId: closed.group_id, handoverId, kind: closed.kind };
    append({ because: event, name: 'checklist.closed.v1', payload });
    return { did: `closed the list: ${closed.kind}` };
  }
}
