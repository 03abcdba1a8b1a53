import { londonDate } from '@followon/shared/rules/calendar/london';
import { mostUseful } from '@followon/shared/rules/nudge/most-useful';
import type { EntityManager } from 'typeorm';
import { alertsOfMorning } from './alert-list.js';
import type { Claimed } from './claim.js';
import { keepList } from './keep-list.js';

/** So many tasks are named; how many more there are is said. */
const MOST_NAMED = 8;

/** Asked first, so that only for a lead a site's set-aside tasks are looked through. */
const IS_LEAD = `exists (select from membership m where m.site_id = $2 and m.account_id = $1 and m.role = 'lead')`;

/**
 * Their own open tasks that they have not put off; the late ones of which they have heard as the site's volunteer lead or
 * administrator; and, for a lead, what somebody else could not do, told once. $5 is this message.
 */
const LIST = `
  select t.id as "taskId", t.key as task, t.due_on as "dueOn", coalesce(h.programme_id, h.group_id) as "listOf",
    t.state in ('cannot', 'passed-on') as aside
  from handover_task t join handover h on h.id = t.handover_id
    left join follow_on_group g on g.id = h.group_id
  where t.id in (
      select near.id from handover_task near
        where near.site_id = $2 and near.due_on <= $3::date + 3 and near.state in ('open', 'overdue', 'cannot', 'passed-on')
      union all select aside.id from handover_task aside
        where aside.site_id = $2 and aside.state in ('cannot', 'passed-on') and ${IS_LEAD})
    and t.owner_role <> 'system' and t.state in ('open', 'overdue', 'cannot', 'passed-on')
    and (h.state in ('open', 'signed-off', 'accepted') or (h.state = 'declined' and t.due_on >= h.declined_on))
    and ((t.due_on <= $3::date + 3 and not (t.owner_role = 'contact' and coalesce(g.state = 'resting', false))
      and not ($4 = 'role-holder' and t.owner_role = 'contact' and coalesce(g.messages_off, false))
      and ((t.state in ('open', 'overdue') and coalesce(t.later_until <= $3::date, true) and (t.assignee_id = $1 or (t.assignee_id is null and t.owner_role in ('lead', 'clinician')
          and exists (select from membership m where m.site_id = $2 and m.account_id = $1 and m.role = t.owner_role))))
        or (t.due_on < $3::date and exists (select from task_stage s join membership m on m.site_id = $2 and m.account_id = $1 and m.role = s.stage
          where s.task_id = t.id and s.due_on = t.due_on and s.reached_at is not null))))
      or (t.state in ('cannot', 'passed-on') and t.acted_by is distinct from $1
        and ${IS_LEAD}
        and not exists (select from nudge told where told.key = 'task_digest' and told.person_id = $1 and told.site_id = $2 and told.id <> $5
          and told.state = 'sent' and told.sent_at >= coalesce(t.acted_at, '-infinity')
          and told.figures -> 'tasks' @> jsonb_build_array(jsonb_build_object('taskId', t.id::text, 'aside', true)))))
  order by aside desc, t.due_on, h.opened_on, t.position, t.id`;

/** A later message of the same person is on its way: the older one has nothing to say that it does not. */
const LATER = `
  select from nudge older join nudge later on later.key = older.key and later.person_id = older.person_id and later.site_id = older.site_id
  where older.id = $1 and later.due_at > older.due_at and later.due_at <= $2 and later.state in ('planned', 'sent')`;

/** The task it was thought of for is still to be done, and by somebody else. */
const NOT_THEIRS = `
  select from nudge n join handover_task t on t.id = (n.figures ->> 'task')::uuid
  where n.id = $1 and (t.state = 'passed-on' or (t.state in ('open', 'overdue') and t.assignee_id is distinct from n.person_id))`;

interface Listed {
  readonly taskId: string;
  readonly dueOn: string;
  readonly aside: boolean;
}

/**
 * Reads the list of a message as it leaves, keeps it with the message, and answers whether there is anything on it. What is to
 * be told of groups on the same morning goes with it.
 */
export async function readDigest(
  manager: EntityManager,
  claimed: Claimed,
  now: Date,
): Promise<boolean | 'not-theirs'> {
  const { nudge_id, person_id, site_id, audience } = claimed;
  const today = londonDate(now);
  const later: unknown[] = await manager.query(LATER, [nudge_id, now]);
  if (later.length > 0) return false;
  const listed: Listed[] = await manager.query(LIST, [person_id, site_id, today, audience, nudge_id]);
  if (listed.length === 0) return (await isWithAnother(manager, nudge_id)) && 'not-theirs';
  const alerts = await alertsOfMorning(manager, claimed, now);
  await keepList(manager, claimed, {
    ...{ count: listed.length, tasks: mostUseful(listed, today, MOST_NAMED) },
    alerts,
  });
  return true;
}

async function isWithAnother(manager: EntityManager, nudgeId: string): Promise<boolean> {
  const found: unknown[] = await manager.query(NOT_THEIRS, [nudgeId]);
  return found.length > 0;
}
