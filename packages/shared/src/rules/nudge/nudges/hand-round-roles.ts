import type { Nudge } from '../nudge.js';

/**
 * To the role holders, once a quarter, and when one person carries it all or roles stand empty: would anyone like a turn? Shared
 * leadership tells living groups from those that ended [S10], and organisers tire [S7][S21].
 */
export const handRoundRoles = {
  key: 'hand_round_roles',
  audience: 'role-holder',
  purpose: 'group-support',
  countsFrom: 'what-happened',
  offsetDays: [0],
  useByDays: 14,
  choices: ['ask-somebody', 'a-hand-please', 'as-it-is'],
  needsOptIn: false,
  onceInDays: 60,
  quietAfterAnswer: { days: 60, longer: { 'as-it-is': 180 } },
} as const satisfies Nudge;
