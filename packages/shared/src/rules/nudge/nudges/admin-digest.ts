import type { Nudge } from '../nudge.js';

/**
 * To the administrators of a site, on the first working day of the month: the good news first, then what waits for a person.
 * Counts of their own site only, read when it leaves.
 */
export const adminDigest = {
  key: 'admin_digest',
  audience: 'staff',
  purpose: 'news',
  countsFrom: 'what-happened',
  offsetDays: [0],
  useByDays: 7,
  choices: ['look', 'see-messages', 'later'],
  needsOptIn: false,
  readsList: true,
} as const satisfies Nudge;
