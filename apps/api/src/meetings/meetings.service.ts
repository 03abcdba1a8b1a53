import type {
  AnswersBefore,
  MeetingQuery,
  MeetingView,
  PlanMeeting,
} from '@followon/shared/contract/meetings';
import type { Page } from '@followon/shared/contract/page';
import { addDays } from '@followon/shared/rules/calendar/civil-date';
import { Injectable } from '@nestjs/common';
import { Audit } from '../audit/audit.js';
import { Access } from '../auth/access.js';
import type { Standing } from '../auth/standing.js';
import { Standings } from '../auth/standing.js';
import { pageOfRows } from '../http/cursor.js';
import { conflict, invalid, notFound } from '../http/problem.js';
import { Work } from '../work/work.js';
import type { MeetingRow } from './meeting-queries.js';
import { MeetingAnswers } from './answers-before.js';
import { MeetingQueries } from './meeting-queries.js';
import { meetingView } from './meeting-view.js';
import { groupHasEnded, requireGoingOn } from './group-goes-on.js';

/** Nobody plans further ahead; a slip of the keyboard does. */
const FURTHEST_DAYS = 731;

const INSERT = `insert into meeting (site_id, group_id, held_on, outcome) values ($1, $2, $3, 'planned')
  on conflict (group_id, held_on) do nothing returning id`;

@Injectable()
export class MeetingsService {
  constructor(
    private readonly work: Work,
    private readonly access: Access,
    private readonly standings: Standings,
    private readonly audit: Audit,
    private readonly meetings: MeetingQueries,
    private readonly answers: MeetingAnswers,
  ) {}

  /** @throws Refusal 404 */
  async list(groupId: string, query: MeetingQuery): Promise<Page<MeetingView>> {
    const standing = await this.standings.ofGroupAfter(groupId);
    this.access.require('see-meetings', standing);
    // Who came is for the group's own people alone, not for those of a group that it joined later.
    const withMarks = this.access.may('see-marks', await this.standings.ofGroup(groupId));
    const rows = await this.meetings.list({ groupId, query, withMarks });
    const { siteId } = standing;
    if (withMarks) await this.audit.record({ what: 'marks.read', siteId, subject: groupId });
    const figures = this.access.figures('see-meetings', standing);
    const answers = await this.answers.before(withMarks ? rows.map(({ id }) => id) : []);
    return pageOfRows(rows, {
      limit: query.limit,
      position: ({ on }) => [on],
      view: (row: MeetingRow) => ({ ...meetingView(row, figures), ...answersOf(answers.get(row.id)) }),
    });
  }

  /**
   * A date of the group, to come or already past.
   * @throws Refusal 404; 409 when the group has ended or has a meeting on that date; 400 for a date years ahead.
   */
  async plan(groupId: string, { date }: PlanMeeting): Promise<MeetingView> {
    const standing = await this.standings.ofGroup(groupId);
    if (!this.access.may('plan-meeting', standing))
      this.access.require('start-group', await this.standings.ofStart(groupId));
    if (date > addDays(this.meetings.today(), FURTHEST_DAYS))
      throw invalid('date', 'This is more than two years ahead. Check the year.');
    requireGoingOn(await groupHasEnded(this.work, groupId));
    const { siteId } = standing;
    const meetingId = await this.insert({ siteId, groupId, date });
    const planned = { name: 'meeting.planned.v1', payload: { groupId, meetingId, on: date } } as const;
    await this.work.append({ ...planned, streamId: groupId, siteId });
    await this.audit.record({ what: 'meeting.planned', siteId, subject: meetingId });
    return this.shown(meetingId, standing);
  }

  /** @throws Refusal 404 */
  async shown(id: string, standing: Standing): Promise<MeetingView> {
    const row = await this.meetings.one(id, this.access.may('see-marks', standing));
    if (!row) throw notFound();
    return meetingView(row, this.access.figures('see-meetings', standing));
  }

  private async insert({ siteId, groupId, date }: { siteId: string; groupId: string; date: string }) {
    const rows: { id: string }[] = await this.work.manager.query(INSERT, [siteId, groupId, date]);
    const id = rows[0]?.id;
    if (id) return id;
    throw conflict('meeting.already-there', 'This group already has a meeting on that date.', {
      detail: 'Open that meeting from the list, or choose another date.',
    });
  }
}

const answersOf = (answers: AnswersBefore | undefined): Pick<MeetingView, 'answers'> =>
  answers ? { answers } : {};
