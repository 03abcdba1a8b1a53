import type { Nudge } from '../nudge.js';

/** To the contact people of a group that another one would like to join. Both answers are fine. */
export const mergeAsked = {
  key: 'merge_asked',
  audience: 'role-holder',
  purpose: 'group-support',
  countsFrom: 'what-happened',
  offsetDays: [0],
  useByDays: 14,
  choices: ['look', 'call-us', 'not-for-us'],
  needsOptIn: false,
} as const satisfies Nudge;
