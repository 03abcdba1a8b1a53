import { addDays } from '@followon/shared/rules/calendar/civil-date';
import type { TimedHandover } from './a-handover-in-time.js';
import type { TestDatabase } from './database.js';

/** What a person does on a day, before anything of that day is looked at. */
export type Doings = Readonly<Record<string, () => Promise<unknown>>>;

/** Lives through every day, the first and the last included. */
export async function walk(
  handover: TimedHandover,
  { from, to, doings = {} }: { readonly from: string; readonly to: string; readonly doings?: Doings },
): Promise<void> {
  for (let day = from; day <= to; day = addDays(day, 1)) {
    await doings[day]?.();
    await handover.live(day);
  }
}

/** Every task in a line: `key due state`, in the order of the list. */
export async function tasksTable(database: TestDatabase, { programme }: TimedHandover): Promise<string[]> {
  const rows = await database.query<{ line: string }>(
    `select concat_ws(' ', t.key, t.due_on::text, t.state, t.escalated_to) as line from handover_task t join handover h on h.id = t.handover_id
     where h.programme_id = $1 order by t.position`,
    [programme.id],
  );
  return rows.map(({ line }) => line);
}

/** Every message of a day in a line: the day, who got it, and what was on it. */
export async function messagesTable(handover: TimedHandover): Promise<string[]> {
  const sent = (await handover.digests()).filter(({ state }) => state === 'sent');
  return sent.map(({ on, to, tasks }) => `${on} ${to}: ${tasks.join(' ')}`);
}

/** Every day on which messages left, in a line: the day, and how many tasks each person read of. */
export async function daysTable(handover: TimedHandover): Promise<string[]> {
  const sent = (await handover.digests()).filter(({ state }) => state === 'sent');
  const days = [...new Set(sent.map(({ on }) => on))];
  return days.map((day) => {
    const people = sent.filter(({ on }) => on === day).map(({ to, count }) => `${to} ${count}`);
    return `${day} ${people.join(', ')}`;
  });
}

/** Every escalation in a line: the day, whom it went to, and the tasks. */
export async function escalationsTable(
  database: TestDatabase,
  { programme }: TimedHandover,
): Promise<string[]> {
  const rows = await database.query<{ line: string }>(
    `select (e.occurred_at at time zone 'Europe/London')::date || ' ' || coalesce(e.payload ->> 'to', 'nobody as ' || (e.payload ->> 'stage')) || ': '
       || string_agg(e.payload ->> 'key', ' ' order by t.position) as line
     from event e join handover_task t on t.id = (e.payload ->> 'taskId')::uuid
     where e.stream_id = $1 and e.name in ('handover-task.escalated.v1', 'handover-task.stage-skipped.v1')
     group by (e.occurred_at at time zone 'Europe/London')::date, coalesce(e.payload ->> 'to', 'nobody as ' || (e.payload ->> 'stage')) order by 1`,
    [programme.id],
  );
  return rows.map(({ line }) => line);
}
