import type { Nudge } from '../nudge.js';

/** To the site administrator: the group and the lead have had their time, and there is still nobody to ring. */
export const contactWantedAdmin = {
  key: 'contact_wanted_admin',
  audience: 'staff',
  purpose: 'staff-alert',
  countsFrom: 'what-happened',
  offsetDays: [0],
  useByDays: 7,
  choices: ['look', 'later'],
  needsOptIn: false,
} as const satisfies Nudge;
