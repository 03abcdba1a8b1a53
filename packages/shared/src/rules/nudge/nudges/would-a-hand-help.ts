import type { Nudge } from '../nudge.js';

/** To the role holders and the volunteer of a group when it may need somebody: an offer, never a verdict. */
export const wouldAHandHelp = {
  key: 'would_a_hand_help',
  audience: 'role-holder',
  alsoFor: ['volunteer'],
  purpose: 'group-support',
  countsFrom: 'what-happened',
  offsetDays: [0],
  useByDays: 7,
  choices: [
    ...(['call-us', 'send-ideas', 'meet-another-group', 'rest', 'leave-us-be'] as const),
    // A volunteer's own.
    ...(['i-will-ring', 'not-just-now'] as const),
  ],
  needsOptIn: false,
  quietAfterAnswer: { days: 30, longer: { 'leave-us-be': 90 } },
} as const satisfies Nudge;
