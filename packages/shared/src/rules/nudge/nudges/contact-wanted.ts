import type { Nudge } from '../nudge.js';

/**
 * To a group's other role holders and the volunteer beside it: nobody is there to ring any more. It leaves the day after, so
 * that a group that has found somebody by then is not written to.
 */
export const contactWanted = {
  key: 'contact_wanted',
  audience: 'role-holder',
  alsoFor: ['volunteer'],
  purpose: 'group-support',
  countsFrom: 'what-happened',
  offsetDays: [1],
  useByDays: 7,
  choices: ['ask-somebody', 'a-hand-please', 'rest', 'look', 'leave-it'],
  needsOptIn: false,
} as const satisfies Nudge;
