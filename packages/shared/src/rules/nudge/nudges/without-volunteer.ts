import type { Nudge } from '../nudge.js';

/** To the volunteer lead and the site administrator: no volunteer was found for a programme in time. Said once. */
export const withoutVolunteer = {
  key: 'without_volunteer',
  audience: 'staff',
  purpose: 'staff-alert',
  countsFrom: 'what-happened',
  offsetDays: [0],
  useByDays: 14,
  choices: ['look', 'leave-it'],
  needsOptIn: false,
} as const satisfies Nudge;
