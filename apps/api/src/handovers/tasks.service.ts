import type {
  HandoverTaskView,
  TaskDraft,
  TaskLater,
  TaskPassOn,
  TaskPatch,
  TaskQuery,
} from '@followon/shared/contract/handovers';
import type { Page } from '@followon/shared/contract/page';
import { HandoverTask } from '@followon/shared/db/handovers/handover.entity';
import { Injectable } from '@nestjs/common';
import { pageOfRows } from '../http/cursor.js';
import { checkVersion } from '../http/etag.js';
import { notFound } from '../http/problem.js';
import { Work } from '../work/work.js';
import type { TaskRow } from './handover-rows.js';
import { HandoverViews } from './handover-views.js';
import { TaskChanges } from './task-changes.js';
import { changedSince, TaskHand } from './task-hand.js';
import { TaskHanding } from './task-handing.js';
import { positionOfTask, TaskQueries } from './task-queries.js';

@Injectable()
export class TasksService {
  constructor(
    private readonly work: Work,
    private readonly tasks: TaskQueries,
    private readonly views: HandoverViews,
    private readonly changes: TaskChanges,
    private readonly handing: TaskHanding,
    private readonly hand: TaskHand,
  ) {}

  async list(query: TaskQuery): Promise<Page<HandoverTaskView>> {
    const rows = await this.tasks.list(query);
    const view = (row: TaskRow) => this.views.task(row);
    return pageOfRows(rows, { limit: query.limit, position: positionOfTask, view });
  }

  /** @throws Refusal 404, 428, 412; 409 and 400 as {@link TaskChanges.change}. */
  async change(id: string, patch: TaskPatch, version: number | undefined): Promise<HandoverTaskView> {
    const task = await this.locked(id);
    this.hand.require(task);
    checkVersion(task.version, version, () => changedSince(task));
    await this.changes.change(task, patch);
    return this.view(id);
  }

  /** @throws Refusal 404, 428, 412; 409 as {@link TaskHanding.later}. */
  async later(id: string, body: TaskLater, version: number | undefined): Promise<HandoverTaskView> {
    const task = await this.own(id, version);
    await this.handing.later(task, body);
    return this.view(id);
  }

  /** @throws Refusal 404, 428, 412; 409 and 400 as {@link TaskHanding.passOn}. */
  async passOn(id: string, body: TaskPassOn, version: number | undefined): Promise<HandoverTaskView> {
    const task = await this.own(id, version);
    await this.handing.passOn(task, body);
    return this.view(id);
  }

  /** @throws Refusal 404; 409 and 400 as {@link TaskHanding.answer}. */
  async answer(id: string, answers: TaskDraft): Promise<HandoverTaskView> {
    const task = await this.locked(id);
    this.hand.require(task);
    await this.handing.answer(task, answers);
    return this.view(id);
  }

  private async own(id: string, version: number | undefined): Promise<TaskRow> {
    const task = await this.locked(id);
    this.hand.requireOwn(task);
    checkVersion(task.version, version, () => changedSince(task));
    return task;
  }

  private async locked(id: string): Promise<TaskRow> {
    const lock = { mode: 'pessimistic_write' } as const;
    if (!(await this.work.repository(HandoverTask).findOne({ where: { id }, lock }))) throw notFound();
    return this.row(id);
  }

  private async view(id: string): Promise<HandoverTaskView> {
    return this.views.task(await this.row(id));
  }

  private async row(id: string): Promise<TaskRow> {
    const row = await this.tasks.one(id);
    if (!row) throw notFound();
    return row;
  }
}
