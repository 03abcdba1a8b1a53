import { HandoverTask } from '@followon/shared/db/handovers/handover.entity';
import { mergeEvidence } from '@followon/shared/rules/handover/check-evidence';
import type { Evidence } from '@followon/shared/rules/handover/facts';
import { notYetProblems } from '@followon/shared/rules/handover/not-yet';
import { shippedTask } from '@followon/shared/rules/handover/templates/shipped';
import { In, Not } from 'typeorm';
import { conflict } from '../http/problem.js';
import type { Work } from '../work/work.js';
import type { TaskRow } from './handover-rows.js';

/**
 * A tick with an answer that says the opposite is no tick. The answers stay as the task's draft; a bare tick is that
 * person's word and never refused.
 * @throws Refusal 409
 */
export function refuseNotYet(work: Work, task: TaskRow, evidence: Evidence | undefined): void {
  const problems = notYetProblems(shippedTask(task.key)?.asks ?? [], evidence ?? {});
  if (problems.length === 0) return;
  const refusal = conflict('task.not-yet', 'One of your answers says that this is not done yet.', {
    detail: 'That is fine. Your answers are kept, and the task stays open until it is.',
    errors: problems.map(({ path, message }) => ({ path: `evidence.${path}`, message })),
  });
  refusal.keep = () => keepDraft(work, task, evidence);
  throw refusal;
}

/** What was said beside a tick that was refused, unless the task is settled meanwhile. */
export async function keepDraft(work: Work, task: TaskRow, evidence: Evidence | undefined): Promise<void> {
  const untouched = { id: task.id, state: Not(In(['done', 'not-applicable'])) };
  await work.repository(HandoverTask).update(untouched, { draft: mergeEvidence(task.draft, evidence) });
}
