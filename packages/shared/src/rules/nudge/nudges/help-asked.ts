import type { Nudge } from '../nudge.js';

/** To the volunteer lead: a group asked for a hand. A group that rests may ask as well. */
export const helpAsked = {
  key: 'help_asked',
  audience: 'staff',
  purpose: 'staff-alert',
  countsFrom: 'what-happened',
  offsetDays: [0],
  useByDays: 14,
  choices: ['look', 'sorted'],
  needsOptIn: false,
  leavesAtRest: true,
} as const satisfies Nudge;
