import { neutralName } from '@followon/shared/messages/say';
import type { FeedEntry } from './write-feed.js';
import type { MeetingOfFeed, TaskOfFeed } from './feed-queries.js';

const A_MEETING = 'Group meeting';

/** A calendar lies open on a kitchen table: a name that tells of a place of care or of a condition stays out of it. */
export const entryOfMeeting = (meeting: MeetingOfFeed): FeedEntry => ({
  uid: `meeting-${meeting.id}@followon`,
  title: neutralName(meeting.groupName) ?? A_MEETING,
  on: meeting.on,
  cancelled: meeting.outcome === 'not-held',
  version: meeting.version,
  changedAt: meeting.changedAt,
});

/** The day by which something is to be done, and nothing of what it is. */
export const entryOfTask = ({ id, on, version }: TaskOfFeed, origin: string): FeedEntry => ({
  uid: `step-${id}@followon`,
  title: 'A step to do',
  on,
  cancelled: false,
  version,
  changedAt: null,
  details: 'Sign in to see what it is.',
  url: `${origin}/tasks`,
});
