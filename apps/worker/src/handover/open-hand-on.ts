import { randomUUID } from 'node:crypto';
import { armDue } from '@followon/shared/db/due/arm-due';
import type { DomainEvent } from '@followon/shared/events/catalogue';
import { addDays } from '@followon/shared/rules/calendar/civil-date';
import { londonDate, londonInstant } from '@followon/shared/rules/calendar/london';
import { planHandover } from '@followon/shared/rules/handover/plan-handover';
import { HAND_ON_VERSION, handOnTemplate } from '@followon/shared/rules/handover/templates/hand-on';
import { Injectable } from '@nestjs/common';
import type { Outcome, Reaction, Within } from '../dispatch/reaction.js';
import type { HandOnRole } from './hand-on-people.js';
import { loadHandOnRole, ownerOf } from './hand-on-people.js';
import { writeTasks } from './write-tasks.js';

type Leaves = 'role.stepping-down.v1' | 'role.vacated.v1';

const HANDOVER = `
  insert into handover (id, site_id, group_id, role_id, kind, template_version, opened_on) values ($1, $2, $3, $4, 'hand-on', $5, $6)
  on conflict do nothing returning id`;
/** One that was closed because they meant to stay. */
const AGAIN = `
  update handover h set state = 'open', version = version + 1 where role_id = $1 and kind = 'hand-on' and state = 'closed'
    and exists (select from handover_task t where t.handover_id = h.id and t.state not in ('done', 'not-applicable'))
  returning id`;
const ENDED = ['merged', 'closed-well', 'closed'];

/** Whoever stops gets a short list of what to hand on: when they say so, or when they have gone. One list for one role. */
@Injectable()
export class OpenHandOn implements Reaction<Leaves> {
  readonly reactor = 'handover';
  readonly name = 'open-hand-on';

  async react(event: DomainEvent<Leaves>, within: Within): Promise<Outcome> {
    const { manager, now, append } = within;
    if (event.name === 'role.stepping-down.v1') await armDue(manager, [lastDay(event)]);
    const role = await loadHandOnRole(manager, event.payload.roleId);
    if (!role) return { skipped: 'the role is not there' };
    if (role.has_list) return this.openAgain(role, within);
    if (ENDED.includes(role.group_state))
      return { skipped: 'the group has ended: there is nothing to hand on' };

    const handoverId = randomUUID();
    const openedOn = londonDate(now);
    const values = [handoverId, role.site_id, role.group_id, role.id, HAND_ON_VERSION, openedOn];
    const kept: unknown[] = await manager.query(HANDOVER, values);
    if (kept.length === 0) return { skipped: 'its list is open already' };
    await this.write(role, { handoverId, openedOn }, within);
    const payload = { groupId: role.group_id, handoverId, kind: 'hand-on', openedOn } as const;
    append({ because: event, name: 'checklist.opened.v1', payload });
    return { did: `opened the hand-on list of a ${role.kind}` };
  }

  private async openAgain({ id }: HandOnRole, { manager }: Within): Promise<Outcome> {
    const [again]: [unknown[], number] = await manager.query(AGAIN, [id]);
    return again.length > 0 ? { did: 'opened its list again' } : { skipped: 'its list was opened before' };
  }

  private async write(
    role: HandOnRole,
    { handoverId, openedOn }: { handoverId: string; openedOn: string },
    { manager, now }: Within,
  ): Promise<void> {
    const tasks = handOnTemplate(role.kind).map((task) => ({
      ...task,
      ownerRole: ownerOf(role, task.ownerRole).ownerRole,
    }));
    const planned = planHandover({ tasks, openedOn, lastSessionOn: openedOn, country: role.country });
    const assignees = new Map<string, string | null>(
      handOnTemplate(role.kind).map(({ ownerRole }) => {
        const owner = ownerOf(role, ownerRole);
        return [owner.ownerRole, owner.assigneeId] as const;
      }),
    );
    const list = { handoverId, siteId: role.site_id, streamId: role.group_id };
    await writeTasks(manager, list, { planned, assigneeOf: (owner) => assignees.get(owner) ?? null, now });
  }
}

const lastDay = ({ siteId, streamId, payload }: DomainEvent<'role.stepping-down.v1'>) => ({
  ...{ rule: 'role-ends', siteId, streamId, subjectId: payload.roleId, occurrence: payload.on },
  dueAt: londonInstant(addDays(payload.on, 1), '07:00'),
});
