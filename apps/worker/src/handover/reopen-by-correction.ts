import { goesOnIn } from '@followon/shared/db/handovers/group-of';
import { prepared } from '@followon/shared/db/prepared';
import type { DomainEvent } from '@followon/shared/events/catalogue';
import { londonDate } from '@followon/shared/rules/calendar/london';
import type { ClosedTask } from '@followon/shared/rules/handover/reopen';
import { reopenable } from '@followon/shared/rules/handover/reopen';
import { Injectable } from '@nestjs/common';
import type { EntityManager } from 'typeorm';
import type { Outcome, Reaction, Within } from '../dispatch/reaction.js';
import { moveTasks } from './move-tasks.js';
import { loadProgramme } from './programme-facts.js';
import { tickTasks } from './tick-tasks.js';

type Correction = 'register.corrected.v1' | 'meeting.not-held.v1';
const REST_ON_HELD = ['reminder_first', 'first_meeting'];
const REST_ON_DATE = ['first_date_fixed'];

/** Most groups have no handover that is under way, so this is asked first. */
const STANDING = {
  name: 'handover-of-corrected-meeting',
  text: `
  select h.id as handover_id, h.programme_id, m.outcome,
    exists (select from meeting o where o.group_id = m.group_id and o.outcome = 'held') as has_held,
    exists (select from meeting o where o.group_id = m.group_id and o.outcome in ('planned', 'held')) as has_date
  from handover h join meeting m on m.id = $2 and m.group_id = h.group_id
  where ${goesOnIn('$1')} and h.state in ('open', 'signed-off', 'accepted') order by h.programme_id`,
};

interface StandingRow {
  readonly handover_id: string;
  readonly programme_id: string;
  readonly outcome: string;
  readonly has_held: boolean;
  readonly has_date: boolean;
}

/** What was said of this meeting so far. */
const FACTS = `
  select event_id from event where stream_id = $1 and name in ('meeting.planned.v1', 'meeting.held.v1', 'register.corrected.v1')
    and payload ->> 'meetingId' = $2`;

const TASKS = `
  select id, key, state, due_on as "dueOn", after, done_at as "doneAt", done_by as "doneBy", acted_at as "actedAt", closed_by_event as "closedByEvent"
  from handover_task where handover_id = $1 order by position for update`;

const REOPEN = `
  update handover_task set state = 'open', done_at = null, evidence = null, closed_by_event = null, escalated_to = null, version = version + 1
  where id = any($1::uuid[])`;

const LATE = `update handover_task set state = 'overdue' where id = any($1::uuid[]) and state = 'open' and due_on < $2`;

/**
 * The first meeting did not take place after all: what its fact had closed is open again, unless somebody has acted on it
 * since. And the other way round: a meeting that did take place after all closes what it would have closed.
 */
@Injectable()
export class ReopenByCorrection implements Reaction<Correction> {
  readonly reactor = 'handover';
  readonly name = 'reopen-by-correction';

  async react(event: DomainEvent<Correction>, within: Within): Promise<Outcome> {
    const { groupId, meetingId } = event.payload;
    const standing = await prepared<StandingRow>(within.manager, STANDING, [groupId, meetingId]);
    if (standing.length === 0) return { skipped: 'no handover is under way' };
    const said: string[] = [];
    for (const one of standing) said.push(...(await correct(event, one, within)));
    if (said.length > 0) return { did: said.join('; ') };
    return { skipped: 'nothing rests on it, or somebody has acted on it since' };
  }
}

/** A joint group has the handovers of two programmes: each is put right. Answers what was done. */
async function correct(
  event: DomainEvent<Correction>,
  standing: StandingRow,
  within: Within,
): Promise<string[]> {
  const { manager, now } = within;
  const { on } = event.payload;
  const programmeId = standing.programme_id;
  const isHeld = standing.outcome === 'held';
  const changed = isHeld
    ? await tickTasks(programmeId, { because: event, keys: [...REST_ON_DATE, ...REST_ON_HELD], on }, within)
    : await reopen(event, standing, within);
  if (changed.length === 0) return [];
  await moveTasks(manager, await loadProgramme(manager, programmeId), now);
  if (isHeld) return [`ticked ${changed.join(', ')}`];
  await sayOpen(event, { standing, ids: changed }, within);
  return [`opened ${changed.length} tasks again`];
}

async function reopen(
  event: DomainEvent<Correction>,
  { handover_id, has_held, has_date }: StandingRow,
  { manager }: Within,
): Promise<string[]> {
  const tasks: ClosedTask[] = await manager.query(TASKS, [handover_id]);
  const keys = [...(has_held ? [] : REST_ON_HELD), ...(has_date ? [] : REST_ON_DATE)];
  const facts = await factsOf(manager, event);
  const ids = reopenable(tasks, { facts, keys: new Set(keys) });
  if (ids.length > 0) await manager.query(REOPEN, [ids]);
  return ids;
}

async function factsOf(manager: EntityManager, { streamId, payload }: DomainEvent<Correction>) {
  const rows: { event_id: string }[] = await manager.query(FACTS, [streamId, payload.meetingId]);
  return new Set(rows.map(({ event_id }) => event_id));
}

async function sayOpen(
  because: DomainEvent<Correction>,
  { standing, ids }: { readonly standing: StandingRow; readonly ids: readonly string[] },
  { manager, now, append }: Within,
): Promise<void> {
  const { programme_id, handover_id: handoverId } = standing;
  await manager.query(LATE, [ids, londonDate(now)]);
  const rows: { id: string; key: string }[] = await manager.query(
    'select id, key from handover_task where id = any($1::uuid[]) order by position',
    [ids],
  );
  for (const { id: taskId, key } of rows)
    append({
      ...{ because, name: 'handover-task.reopened.v1', payload: { handoverId, taskId, key } },
      stream: { id: programme_id, kind: 'programme' },
    });
}
