import type { Nudge } from '../nudge.js';

/**
 * To the people of a group who said yes, when its contact person asks for it: a word about hard days, and their own plan for
 * them [S3][S4]. It names no symptom and gives no advice. One press a fortnight leads to one message.
 */
export const flareKindness = {
  key: 'flare_kindness',
  audience: 'member',
  alsoFor: ['role-holder'],
  purpose: 'group-support',
  countsFrom: 'what-happened',
  offsetDays: [0],
  useByDays: 3,
  choices: ['my-plan', 'call-somebody', 'stop'],
  needsOptIn: true,
  onceInDays: 14,
} as const satisfies Nudge;
