import { randomUUID } from 'node:crypto';
import { prepared } from '@followon/shared/db/prepared';
import type { DomainEvent } from '@followon/shared/events/catalogue';
import { londonDate } from '@followon/shared/rules/calendar/london';
import { planHandover } from '@followon/shared/rules/handover/plan-handover';
import { BASE_TEMPLATE_VERSION } from '@followon/shared/rules/handover/templates/base';
import { Injectable } from '@nestjs/common';
import type { Outcome, Reaction, Within } from '../dispatch/reaction.js';
import { assigneeFor } from './assignee-for.js';
import { contactOf } from './contact-of.js';
import { loadProgramme } from './programme-facts.js';
import { newestList } from './site-list.js';
import { tickWhatIsSo } from './tick-what-is-so.js';
import { writeTasks } from './write-tasks.js';

type Opens = 'programme.finishing.v1' | 'programme.finished.v1';

const HANDOVER = {
  name: 'open-handover',
  text: `
  insert into handover (id, site_id, programme_id, group_id, template_version, opened_on, route, site_version) values ($1, $2, $3, $4, $5, $6, $7, $8)
  on conflict (programme_id) do nothing returning id`,
};

/** Until the group chooses, it is taken to go on meeting as its programme met. */
const routeOf = { 'in-person': 'new', online: 'online', hybrid: 'hybrid' } as const;

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
    const route = routeOf[programme.mode];
    const { version, tasks } = await newestList(
      manager,
      { siteId: programme.site_id, route },
      event.occurredAt,
    );
    const kept = await prepared(manager, HANDOVER, [
      ...[handoverId, programme.site_id, programme.id, programme.group_id, BASE_TEMPLATE_VERSION, openedOn],
      ...[route, version],
    ]);
    if (kept.length === 0) return { skipped: 'this programme already has a checklist' };

    const firstMeetingOn = programme.first_meeting_on ?? undefined;
    const { last_session_on: lastSessionOn, country } = programme;
    const planned = planHandover({
      tasks,
      lastSessionOn,
      firstMeetingOn,
      openedOn,
      country,
    });
    const contactId = await contactOf(manager, programme.group_id);
    const assigneeOf = (ownerRole: string) =>
      ownerRole === 'contact' ? contactId : assigneeFor(ownerRole, programme);
    const list = { handoverId, siteId: programme.site_id, streamId: programme.id };
    await writeTasks(manager, list, { planned, assigneeOf, now });
    append({
      because: event,
      name: 'handover.opened.v1',
      payload: { programmeId: programme.id, handoverId, openedOn },
    });
    await tickWhatIsSo({ because: event, programme, tasks: planned }, within);
    return { did: 'opened the handover checklist' };
  }
}
