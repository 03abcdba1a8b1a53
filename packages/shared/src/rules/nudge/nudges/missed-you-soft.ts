import type { Nudge } from '../nudge.js';

/**
 * To a member who chose it, a week after a meeting they were not at and had not sent word about: you are welcome any time. At
 * most one in so many days; it counts nothing, asks for no reason and comes in nobody's name. The guilt that works for
 * appointments [S36] has no place where coming is free.
 */
export const missedYouSoft = {
  key: 'missed_you_soft',
  audience: 'member',
  purpose: 'missed-you',
  countsFrom: 'meeting',
  offsetDays: [7],
  useByDays: 7,
  choices: ['good-to-know', 'a-break', 'stop'],
  needsOptIn: true,
  onlyIfChosen: true,
  onceInDays: 90,
} as const satisfies Nudge;
