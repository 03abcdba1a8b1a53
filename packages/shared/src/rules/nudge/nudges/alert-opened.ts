import type { Nudge } from '../nudge.js';

/** To the clinicians of the site: a group may need you. About the group, never about its people. */
export const alertOpened = {
  key: 'alert_opened',
  audience: 'staff',
  purpose: 'staff-alert',
  countsFrom: 'what-happened',
  offsetDays: [0],
  useByDays: 14,
  choices: ['look', 'acknowledge'],
  needsOptIn: false,
} as const satisfies Nudge;
