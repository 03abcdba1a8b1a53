import type { Nudge } from '../nudge.js';

/** To whoever asked for ideas, at once: a group that runs out of things to talk about loses people [S16]. */
export const ideasPack = {
  key: 'ideas_pack',
  audience: 'role-holder',
  purpose: 'group-support',
  countsFrom: 'what-happened',
  offsetDays: [0],
  useByDays: 14,
  choices: ['try-one', 'meet-another-group', 'ask-a-volunteer', 'nothing-more'],
  needsOptIn: false,
  leavesAtRest: true,
} as const satisfies Nudge;
