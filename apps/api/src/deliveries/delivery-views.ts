import type { DeliveryLine } from '@followon/shared/contract/deliveries';
import { isLetter, waysToSettle } from '@followon/shared/rules/nudge/settle-delivery';
import { Injectable } from '@nestjs/common';
import { Access } from '../auth/access.js';
import { MessageViews } from '../nudges/message-views.js';
import { standingToMessage } from '../nudges/message-scope.js';
import type { DeliveryRow } from './delivery-queries.js';

@Injectable()
export class DeliveryViews {
  constructor(
    private readonly access: Access,
    private readonly messages: MessageViews,
  ) {}

  line(row: DeliveryRow): DeliveryLine {
    const { key, dueAt } = row;
    const isCounted = this.messages.isCounted('see-deliveries', row);
    const maySettle = this.access.may('settle-deliveries', standingToMessage(row));
    return {
      ...this.messages.delivery(row),
      ...{ key, dueAt, tries: isCounted ? 0 : row.tries },
      ways: maySettle ? [...waysToSettle(row)] : [],
      isLetter: !isCounted && isLetter(row),
    };
  }
}
