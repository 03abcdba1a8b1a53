import { append } from '@followon/shared/db/ledger/append';
import { londonDate } from '@followon/shared/rules/calendar/london';
import type { EscalationStage } from '@followon/shared/rules/handover/escalation-facts';
import { escalationStages, NOBODY_HAS_ROLE } from '@followon/shared/rules/handover/escalation-facts';
import type { EntityManager } from 'typeorm';
import { staffOf } from '../nudges/recipients.js';
import type { OwnedTask } from '../nudges/task-owners.js';
import { ownersOf } from '../nudges/task-owners.js';

interface At {
  readonly manager: EntityManager;
  readonly now: Date;
}

/**
 * Reaches a stage of a late task: who has that role is told. Where nobody has it, it is left out with that reason and the
 * next one is reached at once. A stage that was reached or left out before ends the walk: nobody is told twice.
 */
export async function tellStage(task: OwnedTask, from: EscalationStage, at: At): Promise<string> {
  const said: string[] = [];
  for (const stage of escalationStages.slice(escalationStages.indexOf(from))) {
    const isThere = await hasSomebody(task, stage, at);
    if (!(await settleStage(task, stage, { ...at, isThere }))) {
      return [...said, `the ${stage} stage was settled before`].join('; ');
    }
    if (isThere) {
      if (stage !== 'owner') await escalate(task, stage, at);
      return [...said, stage === 'owner' ? 'the task is late' : `escalated to the ${stage}`].join('; ');
    }
    await say(
      task,
      { name: 'handover-task.stage-skipped.v1', more: { stage, because: NOBODY_HAS_ROLE } },
      at,
    );
    said.push(`nobody is there as ${stage}`);
  }
  return said.join('; ');
}

async function hasSomebody(task: OwnedTask, stage: EscalationStage, { manager, now }: At): Promise<boolean> {
  const today = londonDate(now);
  const people =
    stage === 'owner'
      ? await ownersOf(manager, task, today)
      : await staffOf(manager, task.site_id, { roles: [stage], today });
  return people.some(({ accountDisabled }) => !accountDisabled);
}

const SETTLE = `
  update task_stage set reached_at = case when $4 then $5::timestamptz end, skipped_because = case when $4 then null else $6 end,
    due_at = least(due_at, $5::timestamptz)
  where task_id = $1 and due_on = $2 and stage = $3 and reached_at is null and skipped_because is null returning stage`;

async function settleStage(
  { id, due_on }: OwnedTask,
  stage: EscalationStage,
  { manager, now, isThere }: At & { isThere: boolean },
): Promise<boolean> {
  const [settled]: [unknown[], number] = await manager.query(SETTLE, [
    ...[id, due_on, stage, isThere, now, NOBODY_HAS_ROLE],
  ]);
  return settled.length > 0;
}

async function escalate(task: OwnedTask, to: 'lead' | 'site-admin', at: At): Promise<void> {
  await at.manager.query('update handover_task set escalated_to = $2, version = version + 1 where id = $1', [
    task.id,
    to,
  ]);
  await say(task, { name: 'handover-task.escalated.v1', more: { to } }, at);
}

type Said =
  | { readonly name: 'handover-task.escalated.v1'; readonly more: { readonly to: 'lead' | 'site-admin' } }
  | {
      readonly name: 'handover-task.stage-skipped.v1';
      readonly more: { readonly stage: EscalationStage; readonly because: string };
    };

async function say(task: OwnedTask, said: Said, { manager, now }: At): Promise<void> {
  const payload = { handoverId: task.handover_id, taskId: task.id, key: task.key };
  const about = {
    ...{ streamId: task.stream_id, streamKind: task.stream_kind, siteId: task.site_id, occurredAt: now },
  };
  if (said.name === 'handover-task.escalated.v1')
    await append(manager, { ...about, name: said.name, payload: { ...payload, ...said.more } });
  else await append(manager, { ...about, name: said.name, payload: { ...payload, ...said.more } });
}
