import type { MeetingView, Register } from '@followon/shared/contract/meetings';
import { Meeting } from '@followon/shared/db/meetings/meeting.entity';
import { londonDate } from '@followon/shared/rules/calendar/london';
import {
  hasRegister,
  isStillToCome,
  registeredColumns,
  registerFact,
} from '@followon/shared/rules/group/register';
import { Injectable } from '@nestjs/common';
import { Audit } from '../audit/audit.js';
import { Access } from '../auth/access.js';
import type { Standing } from '../auth/standing.js';
import { Standings } from '../auth/standing.js';
import { checkVersion } from '../http/etag.js';
import { conflict, invalid, notFound } from '../http/problem.js';
import { Work } from '../work/work.js';
import { groupHasEnded, requireGoingOn } from './group-goes-on.js';
import { MeetingsService } from './meetings.service.js';
import { RegisterMarks } from './register-marks.js';

interface Saving {
  readonly register: Register;
  /** `If-Match`; a meeting's first register needs none. */
  readonly version: number | undefined;
}

/** How a meeting went: said once, corrected with care. */
@Injectable()
export class RegistersService {
  constructor(
    private readonly work: Work,
    private readonly access: Access,
    private readonly standings: Standings,
    private readonly audit: Audit,
    private readonly marks: RegisterMarks,
    private readonly meetings: MeetingsService,
  ) {}

  /**
   * @throws Refusal 404; 428 or 412 for a correction; 409 for a meeting to come or a group that has ended;
   * 400 for marks of other people, or when an administrator corrects without saying why.
   */
  async save(id: string, saving: Saving): Promise<MeetingView> {
    const meeting = await this.locked(id);
    const standing = { ...(await this.standings.ofGroup(meeting.groupId)), id };
    await this.check(meeting, standing, saving);
    await this.marks.save(meeting, {
      register: saving.register,
      mayMark: this.access.may('see-marks', standing),
    });
    await this.write(meeting, saving.register);
    await this.announce(meeting, saving.register);
    const { correctionReason } = saving.register;
    const what = hasRegister(meeting) ? `register.corrected${suffix(correctionReason)}` : 'register.saved';
    await this.audit.record({ what, siteId: meeting.siteId, subject: id });
    return this.meetings.shown(id, standing);
  }

  /** The row is held until the end, so that the version that was checked is the one that is changed. */
  private async locked(id: string): Promise<Meeting> {
    const lock = { mode: 'pessimistic_write' } as const;
    const meeting = await this.work.repository(Meeting).findOne({ where: { id }, lock });
    if (!meeting) throw notFound();
    return meeting;
  }

  private async check(meeting: Meeting, standing: Standing, { register, version }: Saving): Promise<void> {
    const action = hasRegister(meeting) ? 'correct-register' : 'record-register';
    this.access.require(action, standing);
    if (hasRegister(meeting) || version !== undefined) checkVersion(meeting.version, version);
    if (register.correctionReason === undefined && this.access.needsReason(action, standing))
      throw invalid(
        'correctionReason',
        'Say why this register is corrected. Choose one of the listed reasons.',
      );
    if (isStillToCome(meeting, londonDate(this.work.now()))) {
      throw conflict('meeting.not-yet', 'This meeting is still to come.', {
        detail: 'Say how it went on the day of the meeting or later.',
      });
    }
    requireGoingOn(await groupHasEnded(this.work, meeting.groupId));
  }

  private async write({ id, version, named }: Meeting, register: Register): Promise<void> {
    const isHeld = register.state === 'held';
    await this.work.repository(Meeting).update(id, {
      ...registeredColumns(register),
      named: isHeld && (register.marks ? register.marks.length > 0 : named),
      recordedAt: this.work.now(),
      recordedBy: this.work.actorId,
      version: version + 1,
    });
  }

  private async announce(meeting: Meeting, register: Register): Promise<void> {
    const to = { streamId: meeting.groupId, siteId: meeting.siteId };
    await this.work.append({ ...to, ...registerFact(meeting, register) });
  }
}

const suffix = (reason: string | undefined): string => (reason ? `.${reason}` : '');
