import type { EscalationStage, SkipReason } from '@followon/shared/contract/handover-policy';
import type { HandoverTaskView } from '@followon/shared/contract/handovers';
import { HandoverTask } from '@followon/shared/db/handovers/handover.entity';
import { Injectable } from '@nestjs/common';
import { Audit } from '../../audit/audit.js';
import { Access } from '../../auth/access.js';
import { conflict, notFound } from '../../http/problem.js';
import { Work } from '../../work/work.js';
import type { TaskRow } from '../handover-rows.js';
import { streamOf } from '../handover-rows.js';
import { standingToTask } from '../handover-standing.js';
import { HandoverViews } from '../handover-views.js';
import { TaskQueries } from '../task-queries.js';

const SKIP = `
  update task_stage set skipped_because = $4, skipped_by = $5
  where task_id = $1 and due_on = $2 and stage = $3 and reached_at is null and skipped_because is null returning stage`;
const KNOWN = `select from task_stage where task_id = $1 and due_on = $2 and stage = $3`;

@Injectable()
export class StagesService {
  constructor(
    private readonly work: Work,
    private readonly access: Access,
    private readonly audit: Audit,
    private readonly tasks: TaskQueries,
    private readonly views: HandoverViews,
  ) {}

  /** @throws Refusal 404; 409 for a task that is not late, or when the stage was reached or left out before. */
  async skip(id: string, stage: EscalationStage, reason: SkipReason): Promise<HandoverTaskView> {
    const lock = { mode: 'pessimistic_write' } as const;
    if (!(await this.work.repository(HandoverTask).findOne({ where: { id }, lock }))) throw notFound();
    const task = await this.row(id);
    this.access.require('skip-stage', standingToTask(task, this.work.who.accountId));
    const at = [id, task.dueOn, stage];
    const [skipped]: [unknown[], number] = await this.work.manager.query(SKIP, [
      ...[...at, reason, this.work.who.accountId],
    ]);
    if (skipped.length === 0) await this.refuse(at);
    const payload = { handoverId: task.handoverId, taskId: id, key: task.key, stage, because: reason };
    const where = { ...streamOf(task), siteId: task.siteId };
    await this.work.append({ name: 'handover-task.stage-skipped.v1', ...where, payload });
    await this.audit.record({ what: 'handover-task.stage-skipped', siteId: task.siteId, subject: id });
    return this.views.task(await this.row(id));
  }

  private async refuse(at: readonly unknown[]): Promise<never> {
    const known: unknown[] = await this.work.manager.query(KNOWN, at);
    if (known.length === 0)
      throw conflict('task.not-late', 'This task is not late, so nobody else is told of it.', {
        detail: 'There is nothing to leave out. Load the task again.',
      });
    throw conflict('stage.settled', 'They have heard of this task already, or somebody left this step out.', {
      detail: 'Load the task again to see which.',
    });
  }

  private async row(id: string): Promise<TaskRow> {
    const row = await this.tasks.one(id);
    if (!row) throw notFound();
    return row;
  }
}
