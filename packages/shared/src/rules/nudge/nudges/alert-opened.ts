import type { Nudge } from '../nudge.js';

/**
 * To the clinicians of the site: a group may need you. About groups, never about their people. What opens on one day is one
 * message, read when it leaves; what opens after that goes with the next working day's.
 */
export const alertOpened = {
  key: 'alert_opened',
  audience: 'staff',
  purpose: 'staff-alert',
  countsFrom: 'what-happened',
  offsetDays: [0],
  useByDays: 14,
  choices: ['look', 'acknowledge'],
  needsOptIn: false,
  readsList: true,
} as const satisfies Nudge;
