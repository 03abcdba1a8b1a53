import { noteDown } from '@followon/shared/db/ledger/audit';
import type { Payload } from '@followon/shared/events/catalogue';
import type { SweptReason } from '@followon/shared/rules/handover/task-states';
import { londonDate } from '@followon/shared/rules/calendar/london';
import type { EntityManager } from 'typeorm';
import type { HeldTask } from './held-tasks.js';

/** Where a task goes: to somebody, or to the volunteer lead's list, which says why. */
export interface Giving {
  readonly task: HeldTask;
  readonly to: string | null;
  readonly passedOn: SweptReason | null;
  /** Who gets it back when they return; null: nobody. */
  readonly coveredFor: string | null;
}

export interface Given {
  readonly stream: { readonly id: string; readonly kind: 'programme' | 'group' };
  readonly payload: Payload<'handover-task.assigned.v1'>;
}

/** What was with the lead only because somebody was away is open again for whoever gets it, late if its day has passed. */
const GIVE = `
  update handover_task t set assignee_id = g.to_account, covered_for = g.covered_for, reason = g.passed_on, later_until = null, version = t.version + 1,
    state = case when g.passed_on is not null then 'passed-on' when t.due_on < $2::date then 'overdue' else 'open' end
  from jsonb_to_recordset($1::jsonb) as g(task uuid, to_account uuid, covered_for uuid, passed_on text) where t.id = g.task`;

interface Circumstance {
  readonly siteId: string;
  readonly now: Date;
  readonly because: Given['payload']['because'];
}

/** Writes who has which task now, notes it down for the site, and answers what is to be announced. */
export async function giveTasks(
  manager: EntityManager,
  givings: readonly Giving[],
  { siteId, now, because }: Circumstance,
): Promise<Given[]> {
  if (givings.length === 0) return [];
  const rows = givings.map(({ task, to, passedOn, coveredFor }) => ({
    ...{ task: task.id, to_account: to, covered_for: coveredFor, passed_on: passedOn },
  }));
  await manager.query(GIVE, [JSON.stringify(rows), londonDate(now)]);
  const entries = givings.map(({ task }) => ({ what: 'handover-task.assigned', siteId, subject: task.id }));
  await noteDown(manager, entries, { who: null, requestId: null, at: now.toISOString() });
  return givings.map(({ task }) => ({
    stream: { id: task.stream_id, kind: task.stream_kind },
    payload: { handoverId: task.handover_id, taskId: task.id, key: task.key, because },
  }));
}
