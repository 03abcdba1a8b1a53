import type { Nudge } from '../nudge.js';

/** To the contact person, the day after a planned meeting that has no register yet. */
export const howWasIt = {
  key: 'how_was_it',
  audience: 'role-holder',
  purpose: 'meeting-report',
  countsFrom: 'meeting',
  offsetDays: [1],
  useByDays: 7,
  choices: ['record-headcount', 'did-not-meet', 'stop'],
  needsOptIn: false,
} as const satisfies Nudge;
