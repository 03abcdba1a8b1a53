import type { MeetingView } from '@followon/shared/contract/meetings';
import type { MessageKey } from '../i18n.js';

type Reason = NonNullable<MeetingView['reason']>;

/** Why a group did not meet: one tap, no typing, "rather not say" at the end. */
export const NOT_HELD: Readonly<Record<Reason, MessageKey>> = {
  'few-could-come': 'notHeld.few-could-come',
  weather: 'notHeld.weather',
  venue: 'notHeld.venue',
  'host-away': 'notHeld.host-away',
  holiday: 'notHeld.holiday',
  illness: 'notHeld.illness',
  other: 'notHeld.other',
  'not-said': 'notHeld.not-said',
};

export const REASONS = Object.keys(NOT_HELD) as readonly Reason[];
