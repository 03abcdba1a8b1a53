import type { DomainEvent } from '@followon/shared/events/catalogue';
import { Injectable } from '@nestjs/common';
import type { Outcome, Reaction, Within } from '../../dispatch/reaction.js';
import { runningBreak } from './cover-break.js';
import { giveTasks } from './give-tasks.js';
import type { HeldTask } from './held-tasks.js';
import { HELD_COLUMNS, HELD_TABLES } from './held-tasks.js';

/** Back come tasks that nobody has done or set aside by hand meanwhile. */
const TO_RETURN = `
  select ${HELD_COLUMNS} from ${HELD_TABLES}
  where t.covered_for = $1 and t.site_id = $2 and (t.state in ('open', 'overdue') or (t.state = 'passed-on' and t.reason = 'on-a-break'))
  order by t.id for update of t`;

/** What was settled stays with whoever did it. */
const FORGET = `update handover_task set covered_for = null where covered_for = $1 and site_id = $2`;

/** The break is over, on its day or early: messages go out again, and what is not done comes back. */
@Injectable()
export class EndBreak implements Reaction<'volunteer.break-ended.v1'> {
  readonly reactor = 'handover';
  readonly name = 'end-break';

  async react(
    event: DomainEvent<'volunteer.break-ended.v1'>,
    { manager, now, append }: Within,
  ): Promise<Outcome> {
    const { volunteerId, siteId } = event.payload;
    if (await runningBreak(manager, volunteerId, now)) return { skipped: 'another break has begun' };
    const [[back]]: [{ account_id: string }[], number] = await manager.query(
      'update volunteer set paused_until = null where id = $1 returning account_id',
      [volunteerId],
    );
    if (!back) return { skipped: 'not a volunteer here any more' };
    const { account_id: to } = back;
    const tasks: HeldTask[] = await manager.query(TO_RETURN, [to, siteId]);
    const givings = tasks.map((task) => ({ task, to, passedOn: null, coveredFor: null }));
    const given = await giveTasks(manager, givings, { siteId, now, because: 'back' });
    await manager.query(FORGET, [to, siteId]);
    for (const { stream, payload } of given)
      append({ because: event, name: 'handover-task.assigned.v1', stream, payload });
    return { did: `gave ${given.length} tasks back` };
  }
}
