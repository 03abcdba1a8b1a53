import type { DomainEvent } from '@followon/shared/events/catalogue';
import { Injectable } from '@nestjs/common';
import type { EntityManager } from 'typeorm';
import type { Outcome, Reaction, Within } from '../dispatch/reaction.js';

type Moves = 'role.vacated.v1' | 'role.accepted.v1';

/**
 * The group's own tasks that are with nobody, or with somebody who is no contact person of it any more, go to the one who
 * has the role longest. Hand-on lists are left out: they follow rules of their own.
 */
const PASS = `
  with holder as (
    select r.account_id from group_role r join account a on a.id = r.account_id
    where r.group_id = $1 and r.kind = 'contact' and r.until_on is null and a.disabled_at is null order by r.from_on, r.id limit 1)
  update handover_task t set assignee_id = (select account_id from holder), later_until = null, version = t.version + 1
  from handover h
  where h.id = t.handover_id and h.group_id = $1 and h.kind <> 'hand-on' and h.route <> 'join' and h.state not in ('closed', 'declined')
    and t.owner_role = 'contact' and t.state not in ('done', 'not-applicable')
    and t.assignee_id is distinct from (select account_id from holder)
    and not exists (select from group_role r where r.group_id = $1 and r.kind = 'contact' and r.until_on is null and r.account_id = t.assignee_id)
  returning t.id, t.key, t.handover_id, t.assignee_id, h.programme_id`;

interface Passed {
  readonly id: string;
  readonly key: string;
  readonly handover_id: string;
  readonly assignee_id: string | null;
  readonly programme_id: string | null;
}

/** Whoever steps down takes no task of the group along, and whoever takes the role finds them. */
@Injectable()
export class PassContactTasks implements Reaction<Moves> {
  readonly reactor = 'handover';
  readonly name = 'pass-contact-tasks';

  async react(event: DomainEvent<Moves>, { manager, append }: Within): Promise<Outcome> {
    if (event.payload.kind !== 'contact') return { skipped: 'no task hangs on this role' };
    const passed = await pass(manager, event.payload.groupId);
    for (const task of passed.filter(({ assignee_id }) => assignee_id !== null)) {
      const payload = { handoverId: task.handover_id, taskId: task.id, key: task.key };
      append({
        because: event,
        name: 'handover-task.assigned.v1',
        payload: { ...payload, because: 'role-taken' },
        ...(task.programme_id && { stream: { id: task.programme_id, kind: 'programme' as const } }),
      });
    }
    return passed.length > 0
      ? { did: `passed ${passed.length} tasks of the group on` }
      : { skipped: 'every task of the group is with a contact person' };
  }
}

async function pass(manager: EntityManager, groupId: string): Promise<Passed[]> {
  const [passed]: [Passed[], number] = await manager.query(PASS, [groupId]);
  return passed;
}
