import { sayDate } from '@followon/shared/messages/say';
import { londonDate } from '@followon/shared/rules/calendar/london';
import { Refusal } from '../http/problem.js';
import type { Opened } from './link-acting.js';

const CLOCK = new Intl.DateTimeFormat('en-GB', { timeStyle: 'short', timeZone: 'Europe/London' });
const sayMoment = (at: Date): string => `${sayDate(londonDate(at))} at ${CLOCK.format(at)}`;

const said: Readonly<Record<string, string>> = {
  done: 'It was ticked as done. It stays done.',
  cannot: 'You said that you cannot do it. That is fine: somebody else sees it now.',
  'pass-on': 'You passed it on. Somebody else has it now.',
  accept: 'You said yes.',
  decline: 'You said no. That is fine.',
};

/** Used before: what happened then, and what can still be done. */
export function usedLink({ happened, undoUntil }: Opened): Refusal {
  const when = happened ? `${sayMoment(new Date(happened.at))}: ` : '';
  const what = said[happened?.what ?? ''] ?? 'It stays as it was left.';
  const undo = undoUntil ? ` Until ${CLOCK.format(new Date(undoUntil))} this link can undo it.` : '';
  return new Refusal('gone', 'link-used', 'This link has been used already.', {
    detail: `${when}${what}${undo}`,
  });
}
