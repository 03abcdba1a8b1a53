import type { Nudge } from '../nudge.js';

/** To a volunteer who is asked to stand beside a programme, or to stand in. */
export const volunteerAsked = {
  key: 'volunteer_asked',
  audience: 'volunteer',
  purpose: 'handover-task',
  countsFrom: 'what-happened',
  offsetDays: [0],
  useByDays: 14,
  choices: ['yes', 'no-thanks'],
  needsOptIn: false,
  leavesAtRest: true,
} as const satisfies Nudge;
