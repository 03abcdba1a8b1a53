import type { Filled } from '@followon/shared/rules/documents/read-body';
import type { KnownFacts } from './document-queries.js';

/** "Thursday 3 December 2026", as people say it. */
const sayDate = (date: string): string =>
  new Intl.DateTimeFormat('en-GB', { dateStyle: 'full', timeZone: 'UTC' })
    .format(new Date(`${date}T00:00:00Z`))
    .replace(',', '');

/** What is known; everything else is a line to write on. Nobody's name is ever filled in. */
export function filledOf({ site, programme, group, lastSessionOn, firstMeetingOn }: KnownFacts): Filled {
  return {
    site,
    ...(programme !== null && { programme }),
    ...(group !== null && { group }),
    ...(lastSessionOn !== null && { 'last-session': sayDate(lastSessionOn) }),
    ...(firstMeetingOn !== null && { 'first-meeting': sayDate(firstMeetingOn) }),
  };
}
