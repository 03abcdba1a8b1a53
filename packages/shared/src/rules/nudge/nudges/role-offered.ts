import type { Nudge } from '../nudge.js';

/** To somebody who is asked to take a role: as its future holder, or as the volunteer they are. */
export const roleOffered = {
  key: 'role_offered',
  audience: 'role-holder',
  alsoFor: ['volunteer'],
  purpose: 'group-support',
  countsFrom: 'what-happened',
  offsetDays: [0],
  useByDays: 14,
  choices: ['yes', 'no-thanks'],
  needsOptIn: false,
  leavesAtRest: true,
} as const satisfies Nudge;
