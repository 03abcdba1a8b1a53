import type { Nudge } from '../nudge.js';

/** To members who asked for it, and to contact people: where and when, five days and two days before. */
export const firstMeetingSoon = {
  key: 'first_meeting_soon',
  audience: 'member',
  alsoFor: ['role-holder'],
  purpose: 'meeting-reminder',
  countsFrom: 'first-meeting',
  offsetDays: [-5, -2],
  useByDays: 2,
  choices: ['coming', 'not-this-time', 'stop'],
  needsOptIn: true,
} as const satisfies Nudge;
