import type { DeliveryView, NudgeView } from '@followon/shared/contract/messages';
import type { Action } from '@followon/shared/rules/access/actions';
import { Injectable } from '@nestjs/common';
import { Access } from '../auth/access.js';
import type { NudgeRow } from './message-queries.js';
import type { MessageReader } from './message-scope.js';
import { standingToMessage } from './message-scope.js';

/** Why a message did not leave, when the reason tells of a person and not of the group. */
const PERSONAL = [
  ...['left', 'stopped', 'paused', 'refused', 'not-opted-in', 'no-recipient', 'over-budget', 'told-lately'],
  ...['bad-day', 'quiet-day', 'half-day'],
];
const ABOUT_NOBODY = ['counts', 'aggregate'];

/** Who a message went to, without saying who. */
export const audienceWords: { readonly [A in DeliveryView['audience']]: string } = {
  member: 'A member',
  'role-holder': 'A contact person',
  volunteer: 'A volunteer',
  staff: 'Staff',
};

/** A delivery as it is read. */
export type ReadDelivery = Omit<DeliveryView, 'to' | 'links' | 'sentAt'> &
  MessageReader & { readonly sentAt: Date | null };

interface Message extends MessageReader {
  readonly reason: string | null;
}

/** Nobody's address exists here, and `to` is always a role. */
@Injectable()
export class MessageViews {
  constructor(private readonly access: Access) {}

  nudge(row: NudgeRow): NudgeView {
    return {
      id: row.id,
      eventId: row.eventId,
      key: row.key,
      groupId: row.groupId,
      programmeId: row.programmeId,
      audience: row.audience,
      state: row.state,
      reason: this.reason('see-nudges', row),
      dueAt: row.dueAt,
    };
  }

  delivery(row: ReadDelivery): DeliveryView {
    return {
      id: row.id,
      eventId: row.eventId,
      nudgeId: row.nudgeId,
      groupId: row.groupId,
      programmeId: row.programmeId,
      to: audienceWords[row.audience],
      audience: row.audience,
      channel: row.channel,
      state: row.state,
      reason: this.reason('see-deliveries', row),
      sentAt: row.sentAt?.toISOString() ?? null,
      links: [],
    };
  }

  /** Readers who get counts only learn that a message was held back, not what about the person held it back. */
  private reason(action: Action, message: Message): string | null {
    const { reason } = message;
    if (reason === null || message.isOwn || !PERSONAL.includes(reason)) return reason;
    const details = this.access.details(action, standingToMessage(message));
    return details.every((detail) => ABOUT_NOBODY.includes(detail)) ? null : reason;
  }
}
