import type { HandoverTaskView, TaskPatch, TaskQuery } from '@followon/shared/contract/handovers';
import type { Page } from '@followon/shared/contract/page';
import { HandoverTask } from '@followon/shared/db/handovers/handover.entity';
import { Injectable } from '@nestjs/common';
import { Access } from '../auth/access.js';
import { pageOfRows } from '../http/cursor.js';
import { checkVersion } from '../http/etag.js';
import { notFound } from '../http/problem.js';
import { Work } from '../work/work.js';
import type { TaskRow } from './handover-rows.js';
import { standingToTask } from './handover-standing.js';
import { HandoverViews } from './handover-views.js';
import { TaskChanges } from './task-changes.js';
import { positionOfTask, TaskQueries } from './task-queries.js';

@Injectable()
export class TasksService {
  constructor(
    private readonly work: Work,
    private readonly access: Access,
    private readonly tasks: TaskQueries,
    private readonly views: HandoverViews,
    private readonly changes: TaskChanges,
  ) {}

  async list(query: TaskQuery): Promise<Page<HandoverTaskView>> {
    const rows = await this.tasks.list(query);
    const view = (row: TaskRow) => this.views.task(row);
    return pageOfRows(rows, { limit: query.limit, position: positionOfTask, view });
  }

  /** @throws Refusal 404, 428, 412; 409 and 400 as {@link TaskChanges.change}. */
  async change(id: string, patch: TaskPatch, version: number | undefined): Promise<HandoverTaskView> {
    await this.lock(id);
    const task = await this.row(id);
    this.access.require('tick-task', standingToTask(task, this.work.who.accountId));
    checkVersion(task.version, version);
    await this.changes.change(task, patch);
    return this.views.task(await this.row(id));
  }

  private async lock(id: string): Promise<void> {
    const lock = { mode: 'pessimistic_write' } as const;
    if (!(await this.work.repository(HandoverTask).findOne({ where: { id }, lock }))) throw notFound();
  }

  private async row(id: string): Promise<TaskRow> {
    const row = await this.tasks.one(id);
    if (!row) throw notFound();
    return row;
  }
}
