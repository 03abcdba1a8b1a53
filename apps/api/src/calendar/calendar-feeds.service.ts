import { createHash } from 'node:crypto';
import { neutralName } from '@followon/shared/messages/say';
import { londonDate } from '@followon/shared/rules/calendar/london';
import { Injectable } from '@nestjs/common';
import { Access } from '../auth/access.js';
import { NOBODY } from '../auth/signed-in.js';
import { Standings } from '../auth/standing.js';
import { notFound } from '../http/problem.js';
import type { FoundCalendar } from '../links/link-finder.js';
import { LinkFinder, unknownLink } from '../links/link-finder.js';
import { Units } from '../work/units.js';
import { Work } from '../work/work.js';
import { entryOfMeeting, entryOfTask } from './feed-entries.js';
import type { FeedSubject, MeetingOfFeed } from './feed-queries.js';
import { FeedQueries } from './feed-queries.js';
import type { Feed } from './write-feed.js';
import { writeFeed } from './write-feed.js';

/** A calendar as it is sent; `tag` changes with what it says, and with nothing else. */
export interface SentFeed {
  readonly text: string;
  readonly tag: string;
}

const MINE = 'My dates';
const OURS = 'Our group';

/** Calendars that programs fetch by their address alone, and one meeting for whoever is signed in. */
@Injectable()
export class CalendarFeeds {
  constructor(
    private readonly work: Work,
    private readonly units: Units,
    private readonly finder: LinkFinder,
    private readonly feeds: FeedQueries,
    private readonly access: Access,
    private readonly standings: Standings,
  ) {}

  /** @throws Refusal 404 for what is wrong, over or taken back, all alike; 429 */
  async read(token: string, from: { address: string; origin: string }): Promise<SentFeed> {
    const link = await this.finder.findCalendar(token, from.address);
    return this.units.run({
      who: readerOf(link),
      command: undefined,
      handle: async () => this.send(await this.feedOf(link, from.origin)),
    });
  }

  /** @throws Refusal 404 */
  async ofMeeting(meetingId: string): Promise<SentFeed> {
    const { manager } = this.work;
    const [row]: (MeetingOfFeed & { groupId: string })[] = await manager.query(
      `select m.id, m.group_id as "groupId", m.held_on as on, m.outcome, m.version, m.recorded_at as "changedAt", g.name as "groupName"
       from meeting m join follow_on_group g on g.id = m.group_id where m.id = $1`,
      [meetingId],
    );
    if (!row) throw notFound();
    this.access.require('see-meetings', await this.standings.ofGroupAfter(row.groupId));
    return this.send({ name: OURS, entries: [entryOfMeeting(row)] });
  }

  private async feedOf(link: FoundCalendar, origin: string): Promise<Omit<Feed, 'now'>> {
    const subject = await this.feeds.subject(link.id);
    if (!subject || subject.group?.ended) throw unknownLink();
    const today = londonDate(this.work.now());
    if (subject.isOwn) return this.ownFeed(link, { today, origin });
    if (subject.group) {
      const entries = (await this.feeds.meetings(today, null)).map(entryOfMeeting);
      return { name: neutralName(subject.group.name) ?? OURS, entries };
    }
    const [meeting] = await this.feeds.meetings(today, subject.id);
    if (!meeting) throw unknownLink();
    return { name: OURS, entries: [entryOfMeeting(forReader(meeting, subject))] };
  }

  private async ownFeed(
    { accountId }: FoundCalendar,
    { today, origin }: { today: string; origin: string },
  ): Promise<Omit<Feed, 'now'>> {
    const meetings = await this.feeds.meetings(today, null);
    const tasks = accountId ? await this.feeds.tasks(accountId, today) : [];
    return {
      name: MINE,
      entries: [...meetings.map(entryOfMeeting), ...tasks.map((task) => entryOfTask(task, origin))],
    };
  }

  private send(feed: Omit<Feed, 'now'>): SentFeed {
    const said = JSON.stringify([feed.name, feed.entries]);
    const tag = `W/"${createHash('sha256').update(said).digest('base64url').slice(0, 22)}"`;
    return { text: writeFeed({ ...feed, now: this.work.now() }), tag };
  }
}

/** Members are never told by a message which group it is about: somebody else may hold the phone. */
const forReader = (meeting: MeetingOfFeed, { audience }: FeedSubject): MeetingOfFeed =>
  audience === 'member' ? { ...meeting, groupName: null } : meeting;

function readerOf({ id, siteId, subjectId, accountId, memberId }: FoundCalendar) {
  return {
    accountId: accountId ?? NOBODY,
    displayName: '',
    sessionId: id,
    memberships: [],
    link: {
      ...{ linkId: id, siteId, subjectId },
      ...{ permits: [], memberId: accountId ? null : memberId, forAnybody: false },
    },
  };
}
