import type {
  AlertDetail,
  AlertFeedbackView,
  AlertQuery,
  AlertVerdict,
  AlertView,
  ResolveAlert,
} from '@followon/shared/contract/alerts';
import type { Page } from '@followon/shared/contract/page';
import { nextStepsFor } from '@followon/shared/rules/alert/next-steps';
import { nextStage } from '@followon/shared/rules/alert/stages';
import { londonDate } from '@followon/shared/rules/calendar/london';
import { tellsOfMarks } from '@followon/shared/rules/health/marks';
import { Injectable } from '@nestjs/common';
import { Access } from '../auth/access.js';
import { standingOf } from '../auth/standing.js';
import { pageOfRows } from '../http/cursor.js';
import { notFound } from '../http/problem.js';
import { AlertActs } from './alert-acts.service.js';
import { AlertFeedback } from './alert-feedback.js';
import type { AlertRow } from './alert-queries.js';
import { AlertQueries, positionOf } from './alert-queries.js';
import { AlertStandings } from './alert-standings.js';
import { AlertStory } from './alert-story.js';
import { alertView } from './alert-view.js';

const SLOTS = 12;

@Injectable()
export class AlertsService {
  constructor(
    private readonly access: Access,
    private readonly standings: AlertStandings,
    private readonly acts: AlertActs,
    private readonly alerts: AlertQueries,
    private readonly story: AlertStory,
    private readonly feedback: AlertFeedback,
  ) {}

  async list(query: AlertQuery): Promise<Page<AlertView>> {
    const rows = await this.alerts.list(query, SLOTS);
    const view = (row: AlertRow) => this.view(row);
    return pageOfRows(rows, { limit: query.limit, position: positionOf, view });
  }

  /**
   * One alert with its way back to the registers, and what happened since: about the group, never about a person.
   * @throws Refusal 404
   */
  async detail(id: string): Promise<AlertDetail> {
    const row = await this.alerts.one(id, SLOTS);
    if (!row) throw notFound();
    this.access.require('see-alerts', await this.standings.of(row));
    return {
      ...this.view(row),
      nextSteps: [...nextStepsFor(row.cause)],
      history: await this.story.history(row),
      trace: await this.story.trace(row),
      verdicts: await this.feedback.ofAlert(row),
      nextStage: await this.nextStageOf(row),
    };
  }

  async acknowledge(id: string): Promise<AlertView> {
    await this.acts.acknowledge(id);
    return this.shown(id);
  }

  async snooze(id: string, until: string): Promise<AlertView> {
    await this.acts.snooze(id, until);
    return this.shown(id);
  }

  async resolve(id: string, said: ResolveAlert): Promise<AlertView> {
    await this.acts.resolve(id, said);
    return this.shown(id);
  }

  async judge(id: string, verdict: AlertVerdict): Promise<AlertView> {
    await this.acts.judge(id, verdict);
    return this.shown(id);
  }

  /** @throws Refusal 404 */
  async verdictsOf(siteId: string): Promise<AlertFeedbackView> {
    this.access.require('see-alert-feedback', { siteId, own: false });
    return { siteId, items: await this.feedback.ofSite(siteId) };
  }

  private async nextStageOf(row: AlertRow): Promise<AlertDetail['nextStage']> {
    const { state, stage, stageAt, reasons } = row;
    const { terms, country } = await this.story.termsOf(row.siteId);
    const staged = { state, stage, sinceOn: londonDate(stageAt), byMarks: tellsOfMarks(reasons) };
    return nextStage(staged, terms, country);
  }

  private async shown(id: string): Promise<AlertView> {
    const row = await this.alerts.one(id, SLOTS);
    if (!row) throw notFound();
    return this.view(row);
  }

  /** Numbers go to whoever may read them of the group itself. */
  private view(row: AlertRow): AlertView {
    const standing = standingOf(row);
    const figures = this.access.figures('see-group-health', standing);
    return alertView(row, { figures, slots: SLOTS, mayAct: this.access.may('resolve-alert', standing) });
  }
}
