import type { Nudge } from '../nudge.js';

/** To the role holders when their group starts to fade or is at risk of dissolving: an offer, never a verdict. */
export const wouldAHandHelp = {
  key: 'would_a_hand_help',
  audience: 'role-holder',
  purpose: 'group-support',
  countsFrom: 'what-happened',
  offsetDays: [0],
  useByDays: 7,
  choices: ['call-us', 'send-ideas', 'meet-another-group', 'rest', 'leave-us-be'],
  needsOptIn: false,
  quietAfterAnswer: { days: 30, longer: { 'leave-us-be': 90 } },
} as const satisfies Nudge;
