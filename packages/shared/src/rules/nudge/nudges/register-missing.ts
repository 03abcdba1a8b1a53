import type { Nudge } from '../nudge.js';

/**
 * To the host, once, for a meeting whose register is still missing. Two days after `how_was_it`, so that somebody
 * who is both host and contact person is not asked twice on one day.
 */
export const registerMissing = {
  key: 'register_missing',
  audience: 'role-holder',
  purpose: 'meeting-report',
  countsFrom: 'meeting',
  offsetDays: [3],
  useByDays: 7,
  choices: ['record-headcount', 'did-not-meet', 'nobody-counted', 'stop'],
  needsOptIn: false,
} as const satisfies Nudge;
