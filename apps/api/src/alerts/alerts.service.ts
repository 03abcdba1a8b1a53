import type { AlertQuery, AlertView, ResolveAlert } from '@followon/shared/contract/alerts';
import type { Page } from '@followon/shared/contract/page';
import { Alert } from '@followon/shared/db/alerts/alert.entity';
import { Injectable } from '@nestjs/common';
import { Audit } from '../audit/audit.js';
import { Access } from '../auth/access.js';
import { standingOf, Standings } from '../auth/standing.js';
import { pageOfRows } from '../http/cursor.js';
import { conflict, notFound } from '../http/problem.js';
import { Work } from '../work/work.js';
import type { AlertRow } from './alert-queries.js';
import { AlertQueries, positionOf } from './alert-queries.js';
import { alertView, isOpen } from './alert-view.js';

const SLOTS = 12;

type OfGroup = Alert & { readonly groupId: string };

@Injectable()
export class AlertsService {
  constructor(
    private readonly work: Work,
    private readonly access: Access,
    private readonly standings: Standings,
    private readonly audit: Audit,
    private readonly alerts: AlertQueries,
  ) {}

  async list(query: AlertQuery): Promise<Page<AlertView>> {
    const rows = await this.alerts.list(query, SLOTS);
    const view = (row: AlertRow) => this.view(row);
    return pageOfRows(rows, { limit: query.limit, position: positionOf, view });
  }

  /**
   * Somebody has seen it and will look after it; saying so again changes nothing.
   * @throws Refusal 404; 409 when the episode is over.
   */
  async acknowledge(id: string): Promise<AlertView> {
    const alert = await this.enter(id, 'acknowledge-alert');
    if (alert.state === 'acknowledged') return this.shown(id);
    await this.work.repository(Alert).update(id, {
      state: 'acknowledged',
      acknowledgedAt: this.work.now(),
      acknowledgedBy: this.work.who.accountId,
    });
    const { groupId, siteId, cause } = alert;
    const payload = { alertId: id, groupId, cause };
    const about = { streamId: groupId, streamKind: 'group', siteId } as const;
    await this.work.append({ name: 'alert.acknowledged.v1', ...about, payload });
    await this.audit.record({ what: 'alert.acknowledged', siteId, subject: id });
    return this.shown(id);
  }

  /** @throws Refusal 404; 409 when the episode is over. */
  async resolve(id: string, { outcome, useful }: ResolveAlert): Promise<AlertView> {
    const { groupId, siteId, cause } = await this.enter(id, 'resolve-alert');
    const said = { outcome, useful: useful ?? null };
    await this.work.repository(Alert).update(id, { ...said, state: 'resolved', closedAt: this.work.now() });
    const payload = { alertId: id, groupId, cause, ...said };
    const about = { streamId: groupId, streamKind: 'group', siteId } as const;
    await this.work.append({ name: 'alert.resolved.v1', ...about, payload });
    await this.audit.record({ what: 'alert.resolved', siteId, subject: id });
    return this.shown(id);
  }

  /** The row is held until the end: a worker may be about to withdraw it. */
  private async enter(id: string, action: 'acknowledge-alert' | 'resolve-alert'): Promise<OfGroup> {
    const lock = { mode: 'pessimistic_write' } as const;
    const alert = await this.work.repository(Alert).findOne({ where: { id }, lock });
    if (!alert?.groupId) throw notFound();
    this.access.require(action, await this.standings.ofGroup(alert.groupId));
    if (!isOpen(alert)) {
      throw conflict('alert.closed', 'This alert is closed already.', {
        detail: 'Load the list again. A new alert will come if the group needs one.',
      });
    }
    return alert as OfGroup;
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
