import type {
  DeliveryCounts,
  DeliveryDetail,
  DeliveryLine,
  DeliveryLineQuery,
} from '@followon/shared/contract/deliveries';
import type { Page } from '@followon/shared/contract/page';
import { toldCount } from '@followon/shared/rules/disclosure/small-counts';
import { Injectable } from '@nestjs/common';
import { Access } from '../auth/access.js';
import { scopeOf } from '../auth/scope.js';
import { pageOfRows } from '../http/cursor.js';
import { notFound } from '../http/problem.js';
import { standingToMessage } from '../nudges/message-scope.js';
import { MessageViews } from '../nudges/message-views.js';
import { Work } from '../work/work.js';
import type { DeliveryRow } from './delivery-queries.js';
import { DeliveryQueries, positionOf } from './delivery-queries.js';
import { DeliveryViews } from './delivery-views.js';
import { ReplyQueries } from './reply-queries.js';

@Injectable()
export class DeliveriesService {
  constructor(
    private readonly work: Work,
    private readonly access: Access,
    private readonly deliveries: DeliveryQueries,
    private readonly views: DeliveryViews,
    private readonly messages: MessageViews,
    private readonly replies: ReplyQueries,
  ) {}

  async list(query: DeliveryLineQuery): Promise<Page<DeliveryLine>> {
    const rows = await this.deliveries.list(query);
    const view = (row: DeliveryRow) => this.views.line(row);
    return pageOfRows(rows, { limit: query.limit, position: positionOf, view });
  }

  /** How many are in each state, and which texts wait for a person. Whoever looks after the network, and not this site, is told of no few. */
  async counts(site: string | undefined): Promise<DeliveryCounts> {
    const { sites, counted } = scopeOf(this.work.who, 'see-deliveries');
    const here = [...sites, ...counted];
    const whole = site === undefined ? here.length > 0 : here.includes(site);
    const rows = await this.deliveries.counts(site);
    return {
      states: rows.map(({ state, count }) => ({ state, count: whole ? count : toldCount(count) })),
      ...(await this.replies.waiting(site)),
    };
  }

  /**
   * With every step of its way, for those who may know more than numbers. To the others a message to a member is not there,
   * as in the list.
   * @throws Refusal 404
   */
  async one(id: string): Promise<DeliveryDetail> {
    const row = await this.deliveries.one(id);
    if (!row) throw notFound();
    this.access.require('see-deliveries', standingToMessage(row));
    const isCounted = this.messages.isCounted('see-deliveries', row);
    if (isCounted && row.audience === 'member') throw notFound();
    return { ...this.views.line(row), steps: isCounted ? [] : await this.deliveries.steps(id) };
  }
}
