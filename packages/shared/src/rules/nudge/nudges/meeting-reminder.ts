import type { Nudge } from '../nudge.js';

/**
 * To members who asked for it, two days before each meeting [S37]; the first one has a message of its own. A meeting that moved
 * or was called off takes its reminder back.
 */
export const meetingReminder = {
  key: 'meeting_reminder',
  audience: 'member',
  purpose: 'meeting-reminder',
  countsFrom: 'meeting',
  offsetDays: [-2],
  useByDays: 2,
  choices: ['coming', 'not-this-time', 'stop'],
  needsOptIn: true,
} as const satisfies Nudge;
