import type { Nudge } from '../nudge.js';

/** To the contact people of a group whose break was to be over: asked on the day and once more. Nothing starts by itself. */
export const areYouReady = {
  key: 'are_you_ready',
  audience: 'role-holder',
  purpose: 'group-support',
  countsFrom: 'what-happened',
  offsetDays: [0, 14],
  useByDays: 7,
  choices: ['back', 'longer', 'goodbye'],
  needsOptIn: false,
  leavesAtRest: true,
} as const satisfies Nudge;
