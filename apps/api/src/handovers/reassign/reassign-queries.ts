import type { OwnerRole, TaskReason, TaskState } from '@followon/shared/contract/handovers';
import type { Receiver } from '@followon/shared/rules/handover/may-reassign';
import { Injectable } from '@nestjs/common';
import { IS_UNDER_WAY } from '../../sites/figures.js';
import { Work } from '../../work/work.js';

export interface MovingRow {
  readonly id: string;
  readonly siteId: string;
  readonly handoverId: string;
  readonly programmeId: string | null;
  readonly groupId: string | null;
  readonly key: string;
  readonly ownerRole: OwnerRole;
  readonly state: TaskState;
  readonly reason: TaskReason | null;
  readonly assigneeId: string | null;
  readonly assigneeName: string | null;
  readonly isUnderWay: boolean;
  readonly dueOn: string;
}

/** In the order of their ids, so that two who move the same tasks wait instead of deadlocking. */
const TASKS = `
  select t.id, t.site_id as "siteId", t.handover_id as "handoverId", h.programme_id as "programmeId", h.group_id as "groupId", t.key,
    t.owner_role as "ownerRole", t.state, t.reason, t.assignee_id as "assigneeId", a.display_name as "assigneeName",
    ${IS_UNDER_WAY} as "isUnderWay", t.due_on as "dueOn"
  from handover_task t join handover h on h.id = t.handover_id left join account a on a.id = t.assignee_id
  where t.id = any($1::uuid[]) order by t.id for update of t`;

/** What somebody is at a site, and which of these groups they look after. */
const RECEIVERS = `
  select a.id as "accountId", s.id as "siteId", a.disabled_at is not null as "accountDisabled",
    v.paused_until as "pausedUntil", v.training_until as "trainingUntil", v.checks_until as "checksUntil",
    array(select wanted from unnest(array['clinician', 'lead']) as wanted where holds_role_at(a.id, s.id, wanted))
      || case when v.id is not null then array['volunteer'] else '{}' end as roles,
    array(select held.group_id from group_role held where held.account_id = a.id and held.site_id = s.id and held.kind <> 'ptv'
      and held.until_on is null)::text[] as "groupIds"
  from account a cross join site s left join volunteer v on v.account_id = a.id and v.site_id = s.id where a.id = any($1::uuid[]) and s.id = any($2::uuid[])`;

/** What was set aside is open again for the next person, late if its day has passed; an undo sets it aside again. */
const MOVE = `
  update handover_task t set assignee_id = m.to_account, covered_for = null, later_until = null, version = t.version + 1, reason = m.reason,
    state = coalesce(m.state, case when t.due_on < $2::date then 'overdue' else 'open' end)
  from jsonb_to_recordset($1::jsonb) as m(task uuid, to_account uuid, state text, reason text) where t.id = m.task`;

export interface ReceiverRow extends Omit<Receiver, 'roles'> {
  readonly accountId: string;
  readonly siteId: string;
  readonly roles: readonly OwnerRole[];
  readonly groupIds: readonly string[];
}

export interface WrittenMove {
  readonly task: string;
  readonly to_account: string | null;
  readonly state: string | null;
  readonly reason: string | null;
}

@Injectable()
export class ReassignQueries {
  constructor(private readonly work: Work) {}

  tasks(ids: readonly string[]): Promise<MovingRow[]> {
    return this.work.manager.query(TASKS, [ids]);
  }

  receivers(accountIds: readonly string[], siteIds: readonly string[]): Promise<ReceiverRow[]> {
    return this.work.manager.query(RECEIVERS, [accountIds, siteIds]);
  }

  async move(moves: readonly WrittenMove[], today: string): Promise<void> {
    await this.work.manager.query(MOVE, [JSON.stringify(moves), today]);
  }
}
