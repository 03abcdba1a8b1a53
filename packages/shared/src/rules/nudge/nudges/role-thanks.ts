import type { Nudge } from '../nudge.js';

/** To somebody who stepped down from a role. */
export const roleThanks = {
  key: 'role_thanks',
  audience: 'role-holder',
  purpose: 'thanks',
  countsFrom: 'what-happened',
  offsetDays: [0],
  useByDays: 14,
  choices: ['by-hand', 'nothing-more'],
  needsOptIn: false,
} as const satisfies Nudge;
