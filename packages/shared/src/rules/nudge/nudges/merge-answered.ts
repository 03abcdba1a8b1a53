import type { Nudge } from '../nudge.js';

/** To the contact people of a group that asked another one to go on together: what it said, kindly and once. */
export const mergeAnswered = {
  key: 'merge_answered',
  audience: 'role-holder',
  purpose: 'group-support',
  countsFrom: 'what-happened',
  offsetDays: [0],
  useByDays: 14,
  choices: ['look', 'nothing-more'],
  needsOptIn: false,
  leavesAtRest: true,
} as const satisfies Nudge;
