import type { CloseReason } from '@followon/shared/contract/groups';
import type { MessageKey } from '../i18n.js';

/** Why a group ended, in the words of its people; none of them is a failure. */
export const CLOSE_REASON: Readonly<Record<CloseReason, MessageKey>> = {
  'no-longer-needed': 'closeReason.no-longer-needed',
  'people-moved-on': 'closeReason.people-moved-on',
  'joined-another': 'closeReason.joined-another',
  'too-few': 'closeReason.too-few',
  'no-one-to-lead': 'closeReason.no-one-to-lead',
  'fell-out': 'closeReason.fell-out',
  venue: 'closeReason.venue',
  other: 'closeReason.other',
  'prefer-not-to-say': 'closeReason.prefer-not-to-say',
};
export const CLOSE_REASONS = Object.keys(CLOSE_REASON) as readonly CloseReason[];
