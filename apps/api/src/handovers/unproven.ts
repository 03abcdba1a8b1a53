import { londonDate } from '@followon/shared/rules/calendar/london';
import { unproven } from '@followon/shared/rules/handover/unproven';
import { Injectable } from '@nestjs/common';
import { Audit } from '../audit/audit.js';
import { Work } from '../work/work.js';
import type { HandoverRow, TaskRow } from './handover-rows.js';

interface Held {
  readonly hasCounts: boolean;
  readonly hasMeeting: boolean;
  readonly contactPeople: number;
}

const HELD = `
  select exists (select from programme_interest i where i.programme_id = h.programme_id) as "hasCounts",
    exists (select from meeting m where m.group_id = h.group_id and (m.outcome = 'held' or (m.outcome = 'planned' and m.held_on >= $2))) as "hasMeeting",
    (select count(*)::int from group_role r where r.group_id = h.group_id and r.kind = 'contact' and r.until_on is null) as "contactPeople"
  from handover h where h.id = $1`;

/** What was only said of an open handover: for whoever signs it off, before and in the record. */
@Injectable()
export class Unproven {
  constructor(
    private readonly work: Work,
    private readonly audit: Audit,
  ) {}

  /** Keys in the order of the list; none for a group's list and for a handover that has ended. */
  async of(handover: HandoverRow, tasks: readonly TaskRow[]): Promise<string[]> {
    if (handover.kind !== 'programme' || handover.state !== 'open') return [];
    if (!tasks.some(({ blocking, state }) => blocking && state === 'done')) return [];
    const asked = [handover.id, londonDate(this.work.now())];
    const [held]: Held[] = await this.work.manager.query(HELD, asked);
    if (!held) return [];
    const { route, routeChosenAt, ptvId } = handover;
    return unproven(tasks, {
      ...{ ...held, route },
      ...{ isRouteChosen: routeChosenAt !== null, hasVolunteer: ptvId !== null },
    });
  }

  /** It was signed off all the same. */
  async noteSignOff({ siteId, id }: HandoverRow, keys: readonly string[]): Promise<void> {
    if (keys.length === 0) return;
    await this.audit.record({ what: 'handover.signed-off.unproven', siteId, subject: id });
  }
}
