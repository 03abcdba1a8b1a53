import { addDays } from '@followon/shared/rules/calendar/civil-date';
import { londonDate, londonInstant } from '@followon/shared/rules/calendar/london';
import type { DomainEvent } from '@followon/shared/events/catalogue';
import type { EscalationStage } from '@followon/shared/rules/handover/escalation-facts';
import { stageDays } from '@followon/shared/rules/handover/late-tasks';
import { Injectable } from '@nestjs/common';
import type { Outcome, Reaction, Within } from '../dispatch/reaction.js';
import { termsOf } from './site-terms.js';
import { armStages } from './stage-clocks.js';

/** Stages that nobody has been told at and nobody has left out. */
const RUNNING = `
  select s.task_id as id, s.site_id, s.due_on, s.stage, t.key, coalesce(h.programme_id, h.group_id) as stream_id,
    greatest((select max(e.occurred_at) from event e where e.stream_id = coalesce(h.programme_id, h.group_id)
        and e.name = 'handover-task.reopened.v1' and e.payload ->> 'taskId' = t.id::text),
      (select max(e.occurred_at) from event e where t.owner_role = 'contact' and e.stream_id = h.group_id
        and e.name in ('group.resumed.v1', 'group.restarted.v1'))) as counts_from
  from task_stage s join handover_task t on t.id = s.task_id and t.due_on = s.due_on join handover h on h.id = t.handover_id
  where s.site_id = $1 and s.stage <> 'owner' and s.reached_at is null and s.skipped_because is null
    and t.state not in ('done', 'not-applicable') order by s.task_id, s.stage for update of s`;

const SET = `
  update task_stage s set due_at = n.due_at from jsonb_to_recordset($1::jsonb) as n(id uuid, due_on date, stage text, due_at timestamptz)
  where s.task_id = n.id and s.due_on = n.due_on and s.stage = n.stage`;

interface RunningRow {
  readonly id: string;
  readonly site_id: string;
  readonly stream_id: string;
  readonly due_on: string;
  readonly stage: EscalationStage;
  readonly key: string;
  /** When it was opened again, or its group was back from a break. */
  readonly counts_from: Date | null;
}

/**
 * A site changed its days: tasks that are late already get the new clocks, which count from the day on which a task was
 * opened again, if it was. Whoever has been told is not told again.
 */
@Injectable()
export class SetClocksAnew implements Reaction<'handover-policy.saved.v1'> {
  readonly reactor = 'handover';
  readonly name = 'set-clocks-anew';

  async react({ payload }: DomainEvent<'handover-policy.saved.v1'>, { manager }: Within): Promise<Outcome> {
    const { siteId, version } = payload;
    const running: RunningRow[] = await manager.query(RUNNING, [siteId]);
    if (running.length === 0) return { skipped: 'no clock is running' };
    const terms = await termsOf(manager, siteId);
    const clocks = running.map((row) => {
      const dueOn = countedFrom(row);
      const days = stageDays({ key: row.key, dueOn }, terms);
      const on = days.find(({ stage }) => stage === row.stage)?.on ?? dueOn;
      return { task: row, stage: row.stage, dueAt: londonInstant(on, '07:00') };
    });
    const rows = clocks.map(({ task, stage, dueAt }) => ({
      ...{ id: task.id, due_on: task.due_on, stage, due_at: dueAt },
    }));
    await manager.query(SET, [JSON.stringify(rows)]);
    await armStages(manager, clocks, `v${version}`);
    return { did: `set ${clocks.length} clocks anew` };
  }
}

/** As {@link lateFromToday} counts: late from the day on which its people could do it again. */
function countedFrom({ due_on, counts_from }: RunningRow): string {
  const before = counts_from && addDays(londonDate(counts_from), -1);
  return before && before > due_on ? before : due_on;
}
