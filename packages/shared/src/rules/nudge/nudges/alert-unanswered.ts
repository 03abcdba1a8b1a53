import type { Nudge } from '../nudge.js';

/**
 * To the site administrators: the clinicians have had their days, and nobody has taken these alerts on. Said once of each; those
 * of one morning are one message.
 */
export const alertUnanswered = {
  key: 'alert_unanswered',
  audience: 'staff',
  purpose: 'staff-alert',
  countsFrom: 'what-happened',
  offsetDays: [0],
  useByDays: 14,
  choices: ['look', 'leave-it'],
  needsOptIn: false,
  readsList: true,
} as const satisfies Nudge;
