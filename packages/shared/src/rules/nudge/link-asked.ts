import { answersOf } from './answers.js';
import type { Audience } from './nudge.js';
import type { NudgeKey } from './nudges.js';

/** What each message asks that is done by a link of its own: about the thing that the message is about. */
const asked = {
  task_digest: 'tick-task',
  how_was_it: 'record-register',
  register_missing: 'record-register',
  did_you_meet: 'record-register',
  first_meeting_soon: 'calendar',
  meeting_reminder: 'calendar',
  role_offered: 'answer-role',
  volunteer_asked: 'answer-request',
} as const satisfies { readonly [K in NudgeKey]?: string };

export type LinkAsked = (typeof asked)[keyof typeof asked];

export const linkAskedBy = (key: string): LinkAsked | undefined =>
  Object.entries(asked).find(([one]) => one === key)?.[1];

/** No more of this, or something else: in every message but those that are the duty of staff. */
export const hasWaysOut = (audience: Audience): boolean => audience !== 'staff';

export type LinkCarried = LinkAsked | 'answer-message' | 'stop' | 'preferences';

/** Every link that a message carries when all that it is about still stands, in the order in which they are shown. */
export function linksCarried(key: string, audience: Audience): LinkCarried[] {
  const own = linkAskedBy(key);
  return [
    ...(own ? [own] : []),
    ...(answersOf(key, audience).length > 0 ? (['answer-message'] as const) : []),
    ...(hasWaysOut(audience) ? (['stop', 'preferences'] as const) : []),
  ];
}
