import { londonDate } from '@followon/shared/rules/calendar/london';
import type { Rebuild } from '@followon/shared/rules/handover/rebuild';
import type { EntityManager } from 'typeorm';
import { armAnew } from './arm-anew.js';
import { ownWords } from './own-words.js';
import type { Checklist } from './write-tasks.js';
import { writeTasks } from './write-tasks.js';

const GO = `delete from handover_task where id = any($1) and state not in ('done', 'not-applicable')`;

const PLACE = `
  update handover_task t set position = p.position
  from jsonb_to_recordset($1::jsonb) as p(id uuid, position int) where t.id = p.id`;

/** A task that becomes somebody else's starts afresh with them; one whose new day is still to come is not late any more. */
const CHANGE = `
  update handover_task t set owner_role = c.owner_role, anchor = c.anchor, due_offset_days = c.due_offset_days,
    closed_by = c.closed_by, blocking = c.blocking, title = c.title, why = c.why, done_when = c.done_when,
    after = array(select jsonb_array_elements_text(c.after)), due_on = c.due_on, do_now = t.do_now and t.due_on = c.due_on,
    assignee_id = case when t.owner_role = c.owner_role then t.assignee_id else c.assignee_id end,
    reason = case when t.owner_role = c.owner_role then t.reason end,
    later_until = case when t.owner_role = c.owner_role and t.due_on = c.due_on then t.later_until end,
    state = case
      when t.state = 'overdue' and c.due_on >= $2::date then 'open'
      when t.owner_role <> c.owner_role and t.state in ('cannot', 'passed-on') then case when c.due_on < $2::date then 'overdue' else 'open' end
      else t.state end,
    escalated_to = case when c.due_on >= $2::date then null else t.escalated_to end, version = t.version + 1
  from jsonb_to_recordset($1::jsonb) as c(id uuid, owner_role text, assignee_id uuid, anchor text, due_offset_days int, closed_by text,
    blocking boolean, title text, why text, done_when text, after jsonb, due_on date)
  where t.id = c.id and t.state not in ('done', 'not-applicable')`;

interface Writing {
  readonly built: Rebuild;
  readonly assigneeOf: (ownerRole: string) => string | null;
  readonly now: Date;
}

/** Makes a checklist what {@link rebuild} says, a statement for each kind of change. */
export async function writeRebuild(
  manager: EntityManager,
  checklist: Checklist,
  { built, assigneeOf, now }: Writing,
): Promise<void> {
  if (built.go.length > 0) await manager.query(GO, [built.go.map(({ id }) => id)]);
  if (built.place.length > 0) await manager.query(PLACE, [JSON.stringify(built.place)]);
  await writeChanges(manager, checklist, { built, assigneeOf, now });
  await writeTasks(manager, checklist, { planned: built.come, assigneeOf, now });
}

async function writeChanges(
  manager: EntityManager,
  { siteId, streamId }: Checklist,
  { built, assigneeOf, now }: Writing,
): Promise<void> {
  if (built.change.length === 0) return;
  const rows = built.change.map((change) => rowOf(change, assigneeOf));
  await manager.query(CHANGE, [JSON.stringify(rows), londonDate(now)]);
  const anew = built.change.filter(isLookedAtAnew).map(({ from, to, dueOn }) => ({
    ...{ id: from.id, key: to.key, dueOn, ownerRole: to.ownerRole },
  }));
  await armAnew(manager, anew, { siteId, streamId, now });
}

/** The others are looked at as they were: their day is the same. */
const isLookedAtAnew = ({ from, to, dueOn }: Rebuild['change'][number]): boolean =>
  dueOn !== from.dueOn || (from.ownerRole === 'system') !== (to.ownerRole === 'system');

function rowOf({ from, to, dueOn }: Rebuild['change'][number], assigneeOf: Writing['assigneeOf']): object {
  return {
    ...{ id: from.id, owner_role: to.ownerRole, assignee_id: assigneeOf(to.ownerRole), anchor: to.anchor },
    ...{ due_offset_days: to.dueOffsetDays, closed_by: to.closedBy, blocking: to.blocking },
    ...{ ...ownWords(to), after: to.after ?? [], due_on: dueOn },
  };
}
