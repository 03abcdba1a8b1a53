import type { Nudge } from '../nudge.js';

/** To the role holders, in the first working week of November: fewer people come in winter [S16], and that is fine. */
export const winterNote = {
  key: 'winter_note',
  audience: 'role-holder',
  purpose: 'group-support',
  countsFrom: 'what-happened',
  offsetDays: [0],
  useByDays: 14,
  choices: ['carry-on', 'by-phone-or-video', 'rest'],
  needsOptIn: false,
} as const satisfies Nudge;
