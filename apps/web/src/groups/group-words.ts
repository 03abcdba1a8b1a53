import type { GroupSummary } from '@followon/shared/contract/groups';
import { sayDay } from '../dates.js';
import type { MessageKey } from '../i18n.js';
import { standingOf } from '../ui/level-tag.js';

/** The levels a person can ask for; `watch` is our own note and reads as steady. */
export const LEVELS = ['steady', 'fading', 'at-risk'] as const;

export const STATE_WORDS: Readonly<Record<GroupSummary['state'], MessageKey>> = {
  forming: 'group.state.forming',
  meeting: 'group.state.meeting',
  resting: 'group.state.resting',
  merged: 'group.state.merged',
  'closed-well': 'group.state.closed-well',
  closed: 'group.state.closed',
  unknown: 'group.state.unknown',
};

export const STATES = Object.keys(STATE_WORDS) as readonly GroupSummary['state'][];

export const CADENCE_WORDS: Readonly<Record<GroupSummary['cadence'], MessageKey>> = {
  weekly: 'group.cadence.weekly',
  fortnightly: 'group.cadence.fortnightly',
  monthly: 'group.cadence.monthly',
  irregular: 'group.cadence.irregular',
};

type Dated = Parameters<typeof standingOf>[0] & Pick<GroupSummary, 'levelSince'>;

/** The day since when a level holds; nothing for a state, which says its own dates, or for silence. */
export function sayLevelSince(group: Dated, now: string): string | undefined {
  const levelled = ['steady', 'fading', 'at-risk'].includes(standingOf(group));
  return levelled && group.levelSince ? sayDay(group.levelSince, now) : undefined;
}
