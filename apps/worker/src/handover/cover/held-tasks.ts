import type { StandIn } from '@followon/shared/rules/volunteer/cover';
import type { OwnerRole } from '@followon/shared/rules/handover/task';
import type { TaskState } from '@followon/shared/rules/handover/task-states';

/** A task with somebody, and who stands in beside its programme. */
export interface HeldTask {
  readonly id: string;
  readonly handover_id: string;
  readonly key: string;
  readonly owner_role: OwnerRole;
  readonly state: TaskState;
  readonly reason: string | null;
  readonly due_on: string;
  readonly assignee_id: string;
  readonly covered_for: string | null;
  readonly stream_id: string;
  readonly stream_kind: 'programme' | 'group';
  readonly deputy: StandIn | null;
}

/** Columns and tables of a {@link HeldTask}, aliases `t`, `h` and `p`; whose handovers have ended are left out. */
export const HELD_COLUMNS = `
  t.id, t.handover_id, t.key, t.owner_role, t.state, t.reason, t.due_on, t.assignee_id, t.covered_for,
  coalesce(h.programme_id, h.group_id) as stream_id, case when h.programme_id is null then 'group' else 'programme' end as stream_kind,
  (select jsonb_build_object('accountId', d.account_id, 'accountDisabled', a.disabled_at is not null, 'pausedUntil', d.paused_until,
     'trainingUntil', d.training_until, 'checksUntil', d.checks_until)
   from volunteer d join account a on a.id = d.account_id where d.account_id = p.deputy_id and d.site_id = t.site_id) as deputy`;

export const HELD_TABLES = `
  handover_task t join handover h on h.id = t.handover_id and h.state in ('open', 'signed-off', 'accepted')
  left join programme p on p.id = h.programme_id`;
