import type { Nudge } from '../nudge.js';

/** To the site administrators: the clinicians have had their days, and nobody has taken this alert on. Said once. */
export const alertUnanswered = {
  key: 'alert_unanswered',
  audience: 'staff',
  purpose: 'staff-alert',
  countsFrom: 'what-happened',
  offsetDays: [0],
  useByDays: 14,
  choices: ['look', 'leave-it'],
  needsOptIn: false,
} as const satisfies Nudge;
