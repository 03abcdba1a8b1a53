import { civilDate } from '@followon/shared/contract/civil-date';
import type { MeetingQuery, MeetingView } from '@followon/shared/contract/meetings';
import { londonDate } from '@followon/shared/rules/calendar/london';
import { Injectable } from '@nestjs/common';
import { z } from 'zod';
import { readCursor } from '../http/cursor.js';
import { registerIsMissing } from '../sites/figures.js';
import { Work } from '../work/work.js';

/** One meeting as stored; `marks` only when they were asked for. */
export interface MeetingRow extends Omit<MeetingView, 'recordedAt' | 'marks'> {
  readonly siteId: string;
  readonly recordedAt: Date | null;
  readonly marks: NonNullable<MeetingView['marks']> | null;
}

/** $1 today, $2 whether marks are read. */
const SELECT = `
  select m.id, m.site_id as "siteId", m.group_id as "groupId", m.held_on as "on", m.outcome, m.headcount, m.newcomers, m.named,
    m.reason, m.recorded_at as "recordedAt", m.version, marked.marks,
    ${registerIsMissing('$1::date')} as "registerDue"
  from meeting m join follow_on_group g on g.id = m.group_id
    left join lateral (select coalesce(jsonb_agg(jsonb_build_object('memberId', k.member_id, 'mark', k.mark) order by k.member_id), '[]') as marks
      from attendance a cross join lateral (
        select unnest(a.present) as member_id, 'present' as mark union all
        select unnest(a.apologies), 'apologies' union all select unnest(a.absent), 'absent') k
      where $2::boolean and a.meeting_id = m.id) marked on $2::boolean`;

const LIST = `${SELECT} where m.group_id = $3 and ($4::text is null or m.outcome = $4)
    and ($5::date is null or m.held_on < $5) order by m.held_on desc limit $6`;
const ONE = `${SELECT} where m.id = $3`;

/** A group has one meeting a day, so the date alone says where a page begins. */
const Position = z.tuple([civilDate]);

interface OfGroup {
  readonly groupId: string;
  readonly query: MeetingQuery;
  readonly withMarks: boolean;
}

@Injectable()
export class MeetingQueries {
  constructor(private readonly work: Work) {}

  /** Newest first; one row more than asked for when there is more. */
  list({ groupId, query, withMarks }: OfGroup): Promise<MeetingRow[]> {
    const [before] = readCursor(Position, query.cursor) ?? [];
    const values = [this.today(), withMarks, groupId, query.outcome, before, query.limit + 1];
    return this.work.manager.query(LIST, values);
  }

  async one(id: string, withMarks: boolean): Promise<MeetingRow | undefined> {
    const rows: MeetingRow[] = await this.work.manager.query(ONE, [this.today(), withMarks, id]);
    return rows[0];
  }

  today(): string {
    return londonDate(this.work.now());
  }
}
