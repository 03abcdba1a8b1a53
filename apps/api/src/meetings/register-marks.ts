import type { Register } from '@followon/shared/contract/meetings';
import type { Meeting } from '@followon/shared/db/meetings/meeting.entity';
import { Attendance } from '@followon/shared/db/meetings/meeting.entity';
import { Injectable } from '@nestjs/common';
import { invalid, Refusal } from '../http/problem.js';
import { Work } from '../work/work.js';

type Marks = NonNullable<Extract<Register, { state: 'held' }>['marks']>;

interface Given {
  readonly register: Register;
  /** Only the group's own contact people write marks. */
  readonly mayMark: boolean;
}

/** Who came, person by person, for the group's own eyes. */
@Injectable()
export class RegisterMarks {
  constructor(private readonly work: Work) {}

  /**
   * Marks that are given take the place of the old ones. Left out, the old ones stay, so that somebody who may not
   * see them cannot wipe them out by mending a number. A meeting that was not held has none.
   * @throws Refusal 400 naming the mark or the number that does not fit.
   */
  async save(meeting: Meeting, { register, mayMark }: Given): Promise<void> {
    if (register.state === 'not-held') return this.replace(meeting, []);
    const { marks, headcount } = register;
    if (marks === undefined) return this.requireRoomFor(meeting, headcount);
    if (!mayMark)
      throw invalid('marks', 'Only the group’s own contact people say who came. Send the number alone.');
    await this.requireMembers(meeting.groupId, marks);
    await this.replace(meeting, marks);
  }

  private async requireRoomFor({ id }: Meeting, headcount: number): Promise<void> {
    const attendance = await this.work.repository(Attendance).findOneBy({ meetingId: id });
    if ((attendance?.present.length ?? 0) <= headcount) return;
    throw invalid(
      'headcount',
      'The number who came is lower than the people marked present. Raise the number or change a mark.',
    );
  }

  /** Somebody who has left since still counts for the meetings they came to. */
  private async requireMembers(groupId: string, marks: Marks): Promise<void> {
    const rows: { id: string }[] = await this.work.manager.query(
      'select id from member where group_id = $1 and id = any($2::uuid[])',
      [groupId, marks.map(({ memberId }) => memberId)],
    );
    const members = new Set(rows.map(({ id }) => id));
    const errors = marks.flatMap(({ memberId }, index) =>
      members.has(memberId.toLowerCase())
        ? []
        : [
            {
              path: `marks.${index}.memberId`,
              message: 'This is not a member of the group. Take the mark out.',
            },
          ],
    );
    if (errors.length === 0) return;
    throw new Refusal('invalid', 'invalid', 'Something in the request needs to be changed.', { errors });
  }

  private async replace({ id: meetingId, siteId, groupId }: Meeting, marks: Marks): Promise<void> {
    const attendances = this.work.repository(Attendance);
    await attendances.delete({ meetingId });
    if (marks.length === 0) return;
    const marked = (as: Marks[number]['mark']) =>
      marks.filter(({ mark }) => mark === as).map(({ memberId }) => memberId);
    await attendances.insert({
      ...{ meetingId, siteId, groupId },
      ...{ present: marked('present'), apologies: marked('apologies'), absent: marked('absent') },
    });
  }
}
