import type { Nudge } from '../nudge.js';

/**
 * To each volunteer, on the first working day of the week: who asked for them, first meetings of the week, and what went well.
 * Not sent when there is nothing. Read when it leaves.
 */
export const ptvUpdate = {
  key: 'ptv_update',
  audience: 'volunteer',
  purpose: 'news',
  countsFrom: 'what-happened',
  offsetDays: [0],
  useByDays: 4,
  choices: ['look', 'not-this-week'],
  needsOptIn: false,
  readsList: true,
} as const satisfies Nudge;
