import type { DeliveryView, NudgeView } from '@followon/shared/contract/messages';
import type { Action } from '@followon/shared/rules/access/actions';
import { Injectable } from '@nestjs/common';
import { Access } from '../auth/access.js';
import type { NudgeRow } from './message-queries.js';
import type { MessageReader } from './message-scope.js';
import { standingToMessage } from './message-scope.js';
import { toldState } from './told-state.js';

/** Why a message did not leave, when the reason tells of the group or of the day. Every other may tell of a person. */
const ABOUT_THE_GROUP = [
  ...['imported-history', 'no-longer-true', 'nothing-to-tell', 'past-use-by', 'answered-lately', 'withheld'],
  ...['group-resting', 'group-closed', 'switched-off', 'retired', 'not-a-working-day', 'quiet-hours'],
  'told-elsewhere',
];
/** Told instead of the way that a message took: paper for somebody is what this one person needs. */
const NO_WAY_TOLD = 'other';
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
      ...(this.isCounted('see-deliveries', row) ? plain(row) : whole(row)),
      links: [],
    };
  }

  /** Whether the reader is told that a message was tried, and not how it went with the person it was for. */
  isCounted(action: Action, message: MessageReader): boolean {
    return this.access
      .details(action, standingToMessage(message))
      .every((detail) => ABOUT_NOBODY.includes(detail));
  }

  /** Readers who get counts only learn that a message was held back, not what about the person held it back. */
  private reason(action: Action, message: Message): string | null {
    const { reason } = message;
    if (reason === null || message.isOwn || ABOUT_THE_GROUP.includes(reason)) return reason;
    return this.isCounted(action, message) ? null : reason;
  }
}

type HowItWent = Pick<DeliveryView, 'channel' | 'state' | 'reason' | 'sentAt'>;

const whole = ({ channel, state, reason, sentAt }: ReadDelivery): HowItWent => ({
  ...{ channel, state, reason },
  sentAt: sentAt?.toISOString() ?? null,
});

function plain({ state, reason, sentAt }: ReadDelivery): HowItWent {
  const told = toldState(state);
  return {
    ...{ channel: NO_WAY_TOLD, state: told },
    reason: reason !== null && ABOUT_THE_GROUP.includes(reason) ? reason : null,
    sentAt: told === 'sent' ? (sentAt?.toISOString() ?? null) : null,
  };
}
