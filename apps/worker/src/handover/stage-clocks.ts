import { armDue } from '@followon/shared/db/due/arm-due';
import { londonInstant } from '@followon/shared/rules/calendar/london';
import type { EscalationStage } from '@followon/shared/rules/handover/escalation-facts';
import { escalationStages } from '@followon/shared/rules/handover/escalation-facts';
import type { EscalationTerms } from '@followon/shared/rules/handover/late-tasks';
import { stageDays } from '@followon/shared/rules/handover/late-tasks';
import type { EntityManager } from 'typeorm';

/** A late task, and the stream that its list stands in. */
export interface LateTask {
  readonly id: string;
  readonly site_id: string;
  readonly stream_id: string;
  readonly key: string;
  readonly due_on: string;
  readonly escalated_to: 'lead' | 'site-admin' | null;
}

const KEEP = `
  insert into task_stage (task_id, site_id, due_on, stage, due_at, reached_at)
  select $1, $2, $3, stage, due_at, reached_at from jsonb_to_recordset($4::jsonb) as s(stage text, due_at timestamptz, reached_at timestamptz)
  on conflict (task_id, due_on, stage) do nothing returning stage`;

const RUNNING = `
  select stage, due_at from task_stage where task_id = $1 and due_on = $2 and reached_at is null and skipped_because is null`;

/** Whoever was told by an earlier clock of this task counts as told. */
const isTold = (stage: EscalationStage, upTo: LateTask['escalated_to']): boolean =>
  upTo !== null && escalationStages.indexOf(stage) <= escalationStages.indexOf(upTo);

/** Starts the clocks of a late task, each stage's its own. A clock that runs already is left as it is; true if none did. */
export async function startClocks(
  manager: EntityManager,
  task: LateTask,
  terms: EscalationTerms,
): Promise<boolean> {
  const clocks = stageDays({ key: task.key, dueOn: task.due_on }, terms).map(({ stage, on }) => {
    const dueAt = londonInstant(on, '07:00');
    return { stage, due_at: dueAt, reached_at: isTold(stage, task.escalated_to) ? dueAt : null };
  });
  const kept: unknown[] = await manager.query(KEEP, [
    ...[task.id, task.site_id, task.due_on, JSON.stringify(clocks)],
  ]);
  const running: RunningClock[] = await manager.query(RUNNING, [task.id, task.due_on]);
  await armStages(
    manager,
    running.map(({ stage, due_at }) => ({ task, stage, dueAt: due_at })),
  );
  return kept.length > 0;
}

interface RunningClock {
  readonly stage: EscalationStage;
  readonly due_at: Date;
}

interface Clock {
  readonly task: Pick<LateTask, 'id' | 'site_id' | 'stream_id' | 'due_on'>;
  readonly stage: EscalationStage;
  readonly dueAt: Date;
}

/** @param again tells clocks that were set anew from those before them */
export async function armStages(
  manager: EntityManager,
  clocks: readonly Clock[],
  again?: string,
): Promise<void> {
  const dues = clocks
    .filter(({ stage }) => stage !== 'owner')
    .map(({ task, stage, dueAt }) => ({
      ...{
        rule: 'task-escalation',
        siteId: task.site_id,
        streamId: task.stream_id,
        subjectId: task.id,
        dueAt,
      },
      occurrence: [task.due_on, stage, ...(again === undefined ? [] : [again])].join('/'),
    }));
  await armDue(manager, dues);
}
