import { armDue } from '@followon/shared/db/due/arm-due';
import { addDays } from '@followon/shared/rules/calendar/civil-date';
import { londonDate } from '@followon/shared/rules/calendar/london';
import { coverFor } from '@followon/shared/rules/volunteer/cover';
import { isSilent, SILENT_DAYS, STALE_DAYS } from '@followon/shared/rules/volunteer/silent';
import type { EntityManager } from 'typeorm';
import { orphansDue } from '../../handover/cover/arm-orphans.js';
import type { Given, Giving } from '../../handover/cover/give-tasks.js';
import { giveTasks } from '../../handover/cover/give-tasks.js';
import type { HeldTask } from '../../handover/cover/held-tasks.js';
import { HELD_COLUMNS, HELD_TABLES } from '../../handover/cover/held-tasks.js';
import { announceGiven } from '../announce-given.js';
import type { SweepRule } from '../sweep-rule.js';

interface OrphanRow extends HeldTask {
  /** The account is closed, or belongs to nobody of the site any more. */
  readonly gone: boolean;
  /**
   * The last day on which the log of the site, or a tick, tells of them; or on which they were given this task, or their
   * group was back from a break.
   */
  readonly last_acted_on: string | null;
  /** Another contact person of the group whose account is open. */
  readonly other_contact: string | null;
  /** Who stands beside the group or its programme, and is not on a break; not whoever has the task. */
  readonly beside: string | null;
  /** It went round for silence before: another contact person has had it. */
  readonly was_swept: boolean;
}

/**
 * $2: today; $3: the day that makes a task stale; $4: since when an act counts. The worker does not see who signed in: what
 * it knows of somebody is what they did. Those on a break are left in peace; their cover is found elsewhere.
 */
const ORPHANS = `
  select ${HELD_COLUMNS}, coalesce(who.disabled_at is not null, true) as gone,
    (select max(at)::date::text from (
      select max(e.at) as at from audit_entry e where e.site_id = t.site_id and e.who = t.assignee_id and e.at >= $4::date
      union all select max(d.done_at) from handover_task d where d.site_id = t.site_id and d.done_at >= $4::date and d.done_by = t.assignee_id
      union all select max(g.occurred_at) from event g where g.stream_id = coalesce(h.programme_id, h.group_id)
        and g.name = 'handover-task.assigned.v1' and g.payload ->> 'taskId' = t.id::text
      union all select max(g.occurred_at) from event g where t.owner_role = 'contact' and g.stream_id = h.group_id
        and g.name in ('group.resumed.v1', 'group.restarted.v1')) acts) as last_acted_on,
    (select other.account_id from group_role other join account o on o.id = other.account_id and o.disabled_at is null
      where t.owner_role = 'contact' and other.group_id = h.group_id and other.kind = 'contact' and other.until_on is null
        and other.account_id <> t.assignee_id order by other.from_on, other.id limit 1) as other_contact,
    (select v.account_id from volunteer v join account o on o.id = v.account_id and o.disabled_at is null
      where t.owner_role = 'contact' and v.site_id = t.site_id and v.account_id <> t.assignee_id and coalesce(v.paused_until <= $2::date, true)
        and (v.account_id = p.ptv_id or exists (select from group_role r where r.group_id = h.group_id and r.kind = 'ptv' and r.until_on is null
          and r.account_id = v.account_id)) order by v.account_id = p.ptv_id, v.account_id limit 1) as beside,
    exists (select from event g where g.stream_id = coalesce(h.programme_id, h.group_id) and g.name = 'handover-task.assigned.v1'
      and g.payload ->> 'taskId' = t.id::text and g.payload ->> 'because' = 'silent') as was_swept
  from ${HELD_TABLES} left join account who on who.id = t.assignee_id
    left join volunteer own on own.account_id = t.assignee_id and own.site_id = t.site_id
    left join follow_on_group its on its.id = h.group_id
  where t.site_id = $1 and t.state in ('open', 'overdue') and t.assignee_id is not null
    and (who.id is null or who.disabled_at is not null
      or (t.owner_role in ('volunteer', 'contact') and t.due_on <= $3::date and coalesce(own.paused_until <= $2::date, true)
        and not (t.owner_role = 'contact' and coalesce(its.state = 'resting' or its.messages_off, false))))
  order by t.id for update of t`;

const UNDER_WAY = `select exists (select from handover where site_id = $1 and state in ('open', 'signed-off', 'accepted')) as any`;

/**
 * Tasks that lie with a closed account, or with a volunteer or a contact person of whom nothing was heard, go to the named
 * fallback. Nobody takes a clinician's or a lead's from them: others hear that they are late.
 */
export const orphanTasks: SweepRule = {
  rule: 'orphan-tasks',
  afterDowntime: 'merge',
  async sweep({ site_id: siteId }, { manager, now }) {
    const [{ any = false } = {}]: { any?: boolean }[] = await manager.query(UNDER_WAY, [siteId]);
    if (!any) return 'no list is under way';
    await armDue(manager, [orphansDue(siteId, now)]);
    const given = await sweepUp(manager, siteId, now);
    await announceGiven(manager, given, { siteId, now });
    return `found a hand for ${given.length} tasks`;
  },
};

async function sweepUp(manager: EntityManager, siteId: string, now: Date): Promise<Given[]> {
  const today = londonDate(now);
  const days = [today, addDays(today, -STALE_DAYS), addDays(today, -SILENT_DAYS)];
  const rows: OrphanRow[] = await manager.query(ORPHANS, [siteId, ...days]);
  const gone = rows.filter((row) => row.gone);
  const silent = rows.filter(
    (row) => !row.gone && isSilent({ dueOn: row.due_on, lastActedOn: row.last_acted_on }, today),
  );
  const of = (task: OrphanRow) => givingOf(task, today);
  return [
    ...(await giveTasks(manager, gone.map(of), { siteId, now, because: 'account-disabled' })),
    ...(await giveTasks(manager, silent.map(of), { siteId, now, because: 'silent' })),
  ];
}

/** The deputy for a volunteer, somebody of the group or beside it for a contact person, and the volunteer lead for the rest. */
function givingOf(task: OrphanRow, today: string): Giving {
  const to = task.owner_role === 'volunteer' ? deputyOf(task, today) : inTheGroup(task);
  if (to) return { task, to, passedOn: null, coveredFor: null };
  return { task, to: null, passedOn: task.gone ? 'account-disabled' : 'silent', coveredFor: null };
}

/** The other contact person, then the volunteer; once round and not in a circle, and then the lead. */
const inTheGroup = ({ other_contact, beside, was_swept }: OrphanRow): string | null =>
  (was_swept ? null : other_contact) ?? beside;

function deputyOf({ deputy, assignee_id: owner }: OrphanRow, today: string): string | null {
  const cover = coverFor(deputy ?? undefined, { owner, today });
  return cover.to === 'deputy' ? cover.accountId : null;
}
