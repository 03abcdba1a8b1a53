import { goesOnIn } from '@followon/shared/db/handovers/group-of';
import { prepared } from '@followon/shared/db/prepared';
import type { DomainEvent } from '@followon/shared/events/catalogue';
import { firstMeetingSoon } from '@followon/shared/rules/nudge/nudges/first-meeting-soon';
import type { TaskKey } from '@followon/shared/rules/handover/templates/base';
import { Injectable } from '@nestjs/common';
import type { EntityManager } from 'typeorm';
import type { Folding, Outcome, Within } from '../dispatch/reaction.js';
import { moveTasks } from './move-tasks.js';
import { loadProgramme } from './programme-facts.js';
import { tickTasks } from './tick-tasks.js';

type GroupFact = 'meeting.planned.v1' | 'meeting.held.v1' | 'nudge.sent.v1';

/** Undone tasks that a group's facts can settle; most groups have none, so this is asked first. */
const WAITING = {
  name: 'handover-waiting',
  text: `
  select h.programme_id from handover h
  where ${goesOnIn('$1')} and h.state <> 'closed' and exists (select 1 from handover_task t where t.handover_id = h.id
    and t.key in ('first_date_fixed', 'first_meeting', 'reminder_first') and t.state not in ('done', 'not-applicable'))
  order by h.programme_id`,
};

/** A date that was fixed and a meeting that was held are the tick of whoever recorded them. */
@Injectable()
export class TickByGroupFact implements Folding<GroupFact> {
  readonly reactor = 'handover';
  readonly name = 'tick-by-group-fact';

  async fold(events: readonly DomainEvent<GroupFact>[], within: Within): Promise<Outcome | undefined> {
    const facts = events.filter((event) => settledBy(event).length > 0);
    const waiting = facts[0] ? await programmesWaiting(within.manager, facts[0].streamId) : [];
    if (waiting.length === 0) return undefined;

    const ticked: string[] = [];
    for (const programmeId of waiting) ticked.push(...(await tickAll(programmeId, facts, within)));
    return ticked.length > 0
      ? { did: `ticked ${ticked.join(', ')}` }
      : { skipped: 'nothing was left to tick' };
  }
}

async function tickAll(
  programmeId: string,
  facts: readonly DomainEvent<GroupFact>[],
  within: Within,
): Promise<string[]> {
  const ticked: string[] = [];
  for (const because of facts) {
    const on = 'on' in because.payload ? because.payload.on : undefined;
    ticked.push(...(await tickTasks(programmeId, { because, keys: settledBy(because), on }, within)));
  }
  await moveTasks(within.manager, await loadProgramme(within.manager, programmeId), within.now);
  return ticked;
}

function settledBy(event: DomainEvent<GroupFact>): readonly TaskKey[] {
  if (event.name === 'meeting.planned.v1') return ['first_date_fixed'];
  if (event.name === 'meeting.held.v1') return ['first_date_fixed', 'reminder_first', 'first_meeting'];
  return event.payload.key === firstMeetingSoon.key ? ['reminder_first'] : [];
}

/** A joint group has two. */
async function programmesWaiting(manager: EntityManager, groupId: string): Promise<string[]> {
  const rows = await prepared<{ programme_id: string }>(manager, WAITING, [groupId]);
  return rows.map(({ programme_id }) => programme_id);
}
