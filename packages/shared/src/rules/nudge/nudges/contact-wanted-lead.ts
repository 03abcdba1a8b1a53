import type { Nudge } from '../nudge.js';

/** To the volunteer lead: a group looks for a contact person and could do with a hand. */
export const contactWantedLead = {
  key: 'contact_wanted_lead',
  audience: 'staff',
  purpose: 'staff-alert',
  countsFrom: 'what-happened',
  offsetDays: [0],
  useByDays: 7,
  choices: ['look', 'leave-it'],
  needsOptIn: false,
} as const satisfies Nudge;
