import { randomUUID } from 'node:crypto';
import { armDue } from '@followon/shared/db/due/arm-due';
import type { DomainEvent } from '@followon/shared/events/catalogue';
import { londonDate } from '@followon/shared/rules/calendar/london';
import type { PlannedTask } from '@followon/shared/rules/handover/plan-handover';
import { planHandover } from '@followon/shared/rules/handover/plan-handover';
import { BASE_TEMPLATE_VERSION, baseTemplate } from '@followon/shared/rules/handover/templates/base';
import { Injectable } from '@nestjs/common';
import type { EntityManager } from 'typeorm';
import type { Outcome, Reaction, Within } from '../dispatch/reaction.js';
import type { ProgrammeFacts } from './programme-facts.js';
import { loadProgramme } from './programme-facts.js';
import { taskDues } from './task-dues.js';
import { tickTasks } from './tick-tasks.js';

type Opens = 'programme.finishing.v1' | 'programme.finished.v1';

const HANDOVER = `
  insert into handover (id, site_id, programme_id, group_id, template_version, opened_on) values ($1, $2, $3, $4, $5, $6)
  on conflict (programme_id) do nothing returning id`;

const TASKS = `
  insert into handover_task (id, site_id, handover_id, key, position, owner_role, assignee_id, anchor, due_on, do_now, blocking)
  select id, $2, $3, key, position, owner_role, assignee_id, anchor, due_on, do_now, blocking
  from jsonb_to_recordset($1::jsonb) as t(id uuid, key text, position int, owner_role text, assignee_id uuid, anchor text, due_on date,
    do_now boolean, blocking boolean)`;

/** One checklist per programme, four weeks before the last session or as soon as we hear of it. */
@Injectable()
export class OpenHandover implements Reaction<Opens> {
  readonly reactor = 'handover';
  readonly name = 'open-handover';

  async react(event: DomainEvent<Opens>, within: Within): Promise<Outcome> {
    const { manager, now, append } = within;
    const programme = await loadProgramme(manager, event.payload.programmeId);
    if (programme.handover_id) return { skipped: 'this programme already has a checklist' };

    const openedOn = londonDate(now);
    const handoverId = randomUUID();
    const kept: unknown[] = await manager.query(HANDOVER, [
      ...[handoverId, programme.site_id, programme.id, programme.group_id, BASE_TEMPLATE_VERSION, openedOn],
    ]);
    if (kept.length === 0) return { skipped: 'this programme already has a checklist' };

    const firstMeetingOn = programme.first_meeting_on ?? undefined;
    const plan = planHandover({ lastSessionOn: programme.last_session_on, firstMeetingOn, openedOn });
    await this.addTasks(manager, programme, { handoverId, plan, now });
    append({
      because: event,
      name: 'handover.opened.v1',
      payload: { programmeId: programme.id, handoverId, openedOn },
    });
    // Whoever named the volunteer before the list was there has done this task already.
    if (programme.ptv_id) await tickTasks(programme.id, { because: event, keys: ['assign_ptv'] }, within);
    return { did: 'opened the handover checklist' };
  }

  private async addTasks(
    manager: EntityManager,
    programme: ProgrammeFacts,
    { handoverId, plan, now }: { handoverId: string; plan: readonly PlannedTask[]; now: Date },
  ): Promise<void> {
    const tasks = plan.map((task) => ({ ...task, id: randomUUID() }));
    const rows = tasks.map(({ id, key, position, ownerRole, dueOn, doNow, blocking }) => ({
      ...{
        id,
        key,
        position,
        owner_role: ownerRole,
        assignee_id: assigneeOf(ownerRole, programme),
        due_on: dueOn,
      },
      ...{ do_now: doNow, blocking, anchor: baseTemplate.find((task) => task.key === key)?.anchor },
    }));
    await manager.query(TASKS, [JSON.stringify(rows), programme.site_id, handoverId]);
    await armDue(manager, taskDues(tasks, { siteId: programme.site_id, programmeId: programme.id, now }));
  }
}

/** Contact people come later, when the group has them; a lead's task belongs to every lead of the site. */
const assigneeOf = (ownerRole: string, { clinician_id, ptv_id }: ProgrammeFacts): string | null => {
  if (ownerRole === 'clinician') return clinician_id;
  return ownerRole === 'volunteer' ? ptv_id : null;
};
