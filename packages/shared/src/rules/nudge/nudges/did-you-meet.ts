import type { Nudge } from '../nudge.js';

/**
 * To the host, or the contact person of a group without one: no date was planned, the usual one has passed, and nobody has
 * said anything. Once in a silence; three days after that date, so that there was time to write it down.
 */
export const didYouMeet = {
  key: 'did_you_meet',
  audience: 'role-holder',
  purpose: 'meeting-report',
  countsFrom: 'meeting',
  offsetDays: [3],
  useByDays: 14,
  choices: ['record-headcount', 'did-not-meet', 'rest', 'stop'],
  needsOptIn: false,
} as const satisfies Nudge;
