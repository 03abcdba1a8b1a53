import type { DomainEvent } from '@followon/shared/events/catalogue';
import { londonDate } from '@followon/shared/rules/calendar/london';
import { Injectable } from '@nestjs/common';
import type { Outcome, Reaction, Within } from '../dispatch/reaction.js';
import { armAnew } from './arm-anew.js';
import { lateFromToday } from './late-from-today.js';
import type { LateTask } from './stage-clocks.js';

type Returns = 'group.resumed.v1' | 'group.restarted.v1';

/** The group's own tasks whose day has passed; those still to come were never out of the diary. */
const LATE = `
  select t.id, t.site_id, coalesce(h.programme_id, h.group_id) as stream_id, t.key, t.due_on, t.escalated_to, t.owner_role as "ownerRole"
  from handover_task t join handover h on h.id = t.handover_id
  where h.group_id = $1 and h.state in ('open', 'signed-off', 'accepted') and t.owner_role = 'contact'
    and t.state not in ('done', 'not-applicable') and t.due_on < $2 order by t.id for update of t`;

/** While a group takes a break nobody is asked for its tasks. When it is back, what is late is late from that day. */
@Injectable()
export class GoOnAfterRest implements Reaction<Returns> {
  readonly reactor = 'handover';
  readonly name = 'go-on-after-rest';

  async react(event: DomainEvent<Returns>, { manager, now }: Within): Promise<Outcome> {
    const late: (LateTask & { readonly ownerRole: string })[] = await manager.query(LATE, [
      ...[event.payload.groupId, londonDate(now)],
    ]);
    for (const task of late) {
      const place = { siteId: task.site_id, streamId: task.stream_id, now };
      await armAnew(manager, [{ ...task, dueOn: task.due_on }], place);
      await lateFromToday(manager, task, { now, again: `e${event.seq}` });
    }
    return late.length > 0
      ? { did: `the clocks of ${late.length} tasks of the group go on` }
      : { skipped: 'no task of the group is late' };
  }
}
