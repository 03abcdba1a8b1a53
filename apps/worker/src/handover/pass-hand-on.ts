import type { DomainEvent } from '@followon/shared/events/catalogue';
import { ASK_TASKS } from '@followon/shared/rules/handover/templates/hand-on';
import type { RoleKind } from '@followon/shared/rules/handover/templates/hand-on';
import type { OwnerRole } from '@followon/shared/rules/handover/task';
import { Injectable } from '@nestjs/common';
import type { Outcome, Reaction, Within } from '../dispatch/reaction.js';
import type { HandOnRole } from './hand-on-people.js';
import { ownerOf, rolesHandedOn } from './hand-on-people.js';

type Moves = 'role.accepted.v1' | 'role.vacated.v1';

interface TaskRow {
  readonly id: string;
  readonly key: string;
  readonly handover_id: string;
}

/** Only a role taken after the list opened answers the question; the giving and the list may be of one day. */
const FOUND = `
  update handover_task t set state = 'done', reason = null, done_at = $3, closed_by_event = $4, version = t.version + 1
  from handover h join group_role r on r.id = h.role_id
  where h.id = t.handover_id and h.group_id = $1 and h.kind = 'hand-on' and h.state = 'open' and r.kind = $2 and t.key = $5
    and r.id <> $6 and t.state not in ('done', 'not-applicable')
  returning t.id, t.key, t.handover_id`;

const UNSETTLED = `
  select t.id, t.key, t.handover_id, t.owner_role from handover_task t join handover h on h.id = t.handover_id
  where h.role_id = $1 and h.state = 'open' and t.state not in ('done', 'not-applicable') order by t.position`;

const GIVE = `
  update handover_task set owner_role = $2, assignee_id = $3, later_until = null, version = version + 1
  where id = $1 and (owner_role is distinct from $2 or assignee_id is distinct from $3) returning id, key, handover_id`;

/** Hand-on lists follow the people of their group: a yes ticks the question, and who leaves leaves no task behind. */
@Injectable()
export class PassHandOn implements Reaction<Moves> {
  readonly reactor = 'handover';
  readonly name = 'pass-hand-on';

  async react(event: DomainEvent<Moves>, within: Within): Promise<Outcome> {
    const ticked = event.name === 'role.accepted.v1' ? await this.tick(event, within) : 0;
    let given = 0;
    for (const role of await rolesHandedOn(within.manager, event.payload.groupId))
      given += await this.give(role, event, within);
    if (ticked + given === 0) return { skipped: 'no hand-on list waits for this' };
    return { did: `ticked ${ticked} and gave ${given} tasks of hand-on lists` };
  }

  private async tick(
    event: DomainEvent<'role.accepted.v1'>,
    { manager, now, append }: Within,
  ): Promise<number> {
    const { groupId, roleId } = event.payload;
    const kind = event.payload.kind as RoleKind;
    const values = [groupId, kind, now, event.id, ASK_TASKS[kind], roleId];
    const [rows]: [TaskRow[], number] = await manager.query(FOUND, values);
    for (const task of rows) append({ because: event, name: 'handover-task.done.v1', payload: said(task) });
    return rows.length;
  }

  private async give(
    role: HandOnRole,
    event: DomainEvent<Moves>,
    { manager, append }: Within,
  ): Promise<number> {
    const tasks: (TaskRow & { owner_role: OwnerRole })[] = await manager.query(UNSETTLED, [role.id]);
    const because = event.name === 'role.accepted.v1' ? 'role-taken' : 'passed-on';
    let given = 0;
    for (const task of tasks) {
      const { ownerRole, assigneeId } = ownerOf(role, shippedOwner(role.kind, task));
      const [rows]: [TaskRow[], number] = await manager.query(GIVE, [task.id, ownerRole, assigneeId]);
      if (rows.length === 0) continue;
      given += 1;
      const payload = { ...said(task), because } as const;
      append({ because: event, name: 'handover-task.assigned.v1', payload });
    }
    return given;
  }
}

const said = ({ id, key, handover_id }: TaskRow) => ({ handoverId: handover_id, taskId: id, key });

/** Finding a volunteer is the lead's from the start; everything else goes to whoever is there. */
const shippedOwner = (kind: RoleKind, { key }: TaskRow): OwnerRole => {
  if (key === ASK_TASKS.ptv) return 'lead';
  return kind === 'ptv' ? 'volunteer' : 'contact';
};
