import type { AnswersBefore } from '@followon/shared/contract/meetings';
import { Injectable } from '@nestjs/common';
import { Work } from '../work/work.js';

const ANSWERS = `
  select meeting_id as id, coming, not_this_time as "notThisTime" from answers_before($1::uuid[])
  where coming + not_this_time > 0`;

/** How many said before a meeting that they would come: numbers, for those who write its register and nobody else. */
@Injectable()
export class MeetingAnswers {
  constructor(private readonly work: Work) {}

  /** By meeting; those nobody answered for are missing, and those that are not the reader's group's. */
  async before(meetingIds: readonly string[]): Promise<ReadonlyMap<string, AnswersBefore>> {
    if (meetingIds.length === 0) return new Map();
    const rows: (AnswersBefore & { id: string })[] = await this.work.manager.query(ANSWERS, [meetingIds]);
    return new Map(rows.map(({ id, ...answers }) => [id, answers]));
  }
}
