import type { HandoverQuery, HandoverSummary, HandoverView } from '@followon/shared/contract/handovers';
import type { Page } from '@followon/shared/contract/page';
import { Handover } from '@followon/shared/db/handovers/handover.entity';
import type { Action } from '@followon/shared/rules/access/actions';
import { Injectable } from '@nestjs/common';
import { Access } from '../auth/access.js';
import { pageOfRows } from '../http/cursor.js';
import { notFound } from '../http/problem.js';
import { Work } from '../work/work.js';
import { HandoverEnds } from './handover-ends.js';
import { HandoverQueries, positionOfHandover } from './handover-queries.js';
import type { Counts, HandoverRow } from './handover-rows.js';
import { standingToAccepting, standingToHandover } from './handover-standing.js';
import { HandoverViews } from './handover-views.js';
import { Unproven } from './unproven.js';

@Injectable()
export class HandoversService {
  constructor(
    private readonly work: Work,
    private readonly access: Access,
    private readonly handovers: HandoverQueries,
    private readonly views: HandoverViews,
    private readonly ends: HandoverEnds,
    private readonly unproven: Unproven,
  ) {}

  async list(query: HandoverQuery): Promise<Page<HandoverSummary>> {
    const rows = await this.handovers.list(query);
    const handoverIds = rows.map(({ id }) => id);
    const partOnly = rows.filter((row) => this.views.seesPartOnly(row)).map(({ id }) => id);
    const next = await this.handovers.nextTasks({ handoverIds, partOnly });
    const view = (row: HandoverRow & Counts) => this.views.summary(row, next.get(row.id));
    return pageOfRows(rows, { limit: query.limit, position: positionOfHandover, view });
  }

  async one(id: string): Promise<HandoverView> {
    return this.view(await this.require('see-handover', id));
  }

  /** The clinician lets go. @throws Refusal 404; 409 with the keys that still block, as {@link HandoverEnds.signOff}. */
  async signOff(id: string): Promise<HandoverView> {
    await this.lock(id);
    const handover = await this.require('sign-off-handover', id);
    const tasks = await this.handovers.lockedTasksOf(id);
    const unproven = await this.unproven.of(handover, tasks);
    await this.ends.signOff(handover, tasks);
    await this.unproven.noteSignOff(handover, unproven);
    return this.view(await this.require('see-handover', id));
  }

  /** The volunteer takes it on. @throws Refusal 404; 409 before the sign-off, or when it was done before. */
  async accept(id: string): Promise<HandoverView> {
    await this.lock(id);
    const handover = await this.handovers.one(id);
    if (!handover) throw notFound();
    this.access.require('accept-handover', standingToAccepting(handover));
    await this.ends.accept(handover);
    return this.view(await this.require('see-handover', id));
  }

  private async require(action: Action, id: string): Promise<HandoverRow> {
    const handover = await this.handovers.one(id);
    if (!handover) throw notFound();
    this.access.require(action, standingToHandover(handover));
    return handover;
  }

  private async lock(id: string): Promise<void> {
    const lock = { mode: 'pessimistic_write' } as const;
    if (!(await this.work.repository(Handover).findOne({ where: { id }, lock }))) throw notFound();
  }

  private async view(handover: HandoverRow): Promise<HandoverView> {
    const tasks = await this.handovers.tasksOf(handover.id);
    return this.views.handover(handover, { tasks, unproven: await this.unproven.of(handover, tasks) });
  }
}
