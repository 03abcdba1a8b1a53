import type { NudgeQuery, NudgeView } from '@followon/shared/contract/messages';
import type { Page } from '@followon/shared/contract/page';
import { Injectable } from '@nestjs/common';
import { pageOfRows } from '../http/cursor.js';
import type { NudgeRow } from './message-queries.js';
import { MessageQueries, positionOfMessage } from './message-queries.js';
import { MessageViews } from './message-views.js';

@Injectable()
export class NudgesService {
  constructor(
    private readonly messages: MessageQueries,
    private readonly views: MessageViews,
  ) {}

  async nudges(query: NudgeQuery): Promise<Page<NudgeView>> {
    const rows = await this.messages.nudges(query);
    const view = (row: NudgeRow) => this.views.nudge(row);
    return pageOfRows(rows, { limit: query.limit, position: positionOfMessage, view });
  }
}
