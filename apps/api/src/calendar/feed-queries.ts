import { Injectable } from '@nestjs/common';
import { Work } from '../work/work.js';

export interface MeetingOfFeed {
  readonly id: string;
  readonly on: string;
  readonly outcome: 'planned' | 'held' | 'not-held' | 'missing';
  readonly version: number;
  readonly changedAt: Date | null;
  /** Null where the link may not know it. */
  readonly groupName: string | null;
}

export interface TaskOfFeed {
  readonly id: string;
  readonly on: string;
  readonly version: number;
}

/** What a calendar link is for, as the walls let it see itself. */
export interface FeedSubject {
  readonly id: string;
  readonly isOwn: boolean;
  /** Of a group's calendar. */
  readonly group: { readonly name: string; readonly ended: boolean } | null;
  /** Of a message that carried it: members are not told which group it is. */
  readonly audience: string | null;
}

const SUBJECT = `
  select l.subject_id as id, l.subject_id = coalesce(l.account_id, l.member_id) as "isOwn", g.name,
    g.state in ('closed', 'closed-well', 'merged') as ended, (select n.audience from nudge n) as audience
  from link l left join follow_on_group g on g.id = l.subject_id where l.id = $1`;

/** The walls leave the meetings of this link's groups, or its one meeting (docs/decisions/0032). */
const MEETINGS = `
  select m.id, m.held_on as on, m.outcome, m.version, m.recorded_at as "changedAt", g.name as "groupName"
  from meeting m left join follow_on_group g on g.id = m.group_id
  where m.held_on >= $1::date - 60 and (m.outcome <> 'not-held' or m.held_on >= $1::date - 30)
    and ($2::uuid is null or m.id = $2) and coalesce(g.state not in ('closed', 'closed-well', 'merged'), true)
  order by m.held_on, m.id limit 2000`;

const TASKS = `
  select id, due_on as on, version from handover_task
  where assignee_id = $1 and state in ('open', 'overdue') and due_on >= $2::date - 60 order by due_on, id limit 500`;

/** Reads as the link itself, so that what a calendar may hold is decided by the walls. */
@Injectable()
export class FeedQueries {
  constructor(private readonly work: Work) {}

  async subject(linkId: string): Promise<FeedSubject | undefined> {
    const [row]: (Omit<FeedSubject, 'group'> & { name: string | null; ended: boolean | null })[] =
      await this.work.manager.query(SUBJECT, [linkId]);
    if (!row) return undefined;
    const { name, ended, ...rest } = row;
    return { ...rest, group: name === null ? null : { name, ended: ended ?? false } };
  }

  /** @param only the one meeting, of a calendar that is for one date */
  meetings(today: string, only: string | null): Promise<MeetingOfFeed[]> {
    return this.work.manager.query(MEETINGS, [today, only]);
  }

  tasks(accountId: string, today: string): Promise<TaskOfFeed[]> {
    return this.work.manager.query(TASKS, [accountId, today]);
  }
}
