import type { MeetingView, Register } from '@followon/shared/contract/meetings';
import { Meeting } from '@followon/shared/db/meetings/meeting.entity';
import { londonDate } from '@followon/shared/rules/calendar/london';
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

const hasRegister = ({ outcome }: Meeting): boolean => outcome === 'held' || outcome === 'not-held';

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
    if (meeting.heldOn > londonDate(this.work.now())) {
      throw conflict('meeting.not-yet', 'This meeting is still to come.', {
        detail: 'Say how it went on the day of the meeting or later.',
      });
    }
    requireGoingOn(await groupHasEnded(this.work, meeting.groupId));
  }

  private async write({ id, version, named }: Meeting, register: Register): Promise<void> {
    const isHeld = register.state === 'held';
    await this.work.repository(Meeting).update(id, {
      outcome: register.state,
      headcount: isHeld ? register.headcount : null,
      newcomers: isHeld ? (register.newcomers ?? null) : null,
      named: isHeld && (register.marks ? register.marks.length > 0 : named),
      reason: isHeld ? null : register.reason,
      recordedAt: this.work.now(),
      recordedBy: this.work.actorId,
      version: version + 1,
    });
  }

  private async announce(meeting: Meeting, register: Register): Promise<void> {
    const { id: meetingId, groupId, siteId, heldOn: on } = meeting;
    const to = { streamId: groupId, siteId };
    const payload = { groupId, meetingId, on };
    if (hasRegister(meeting)) {
      await this.work.append({ ...to, name: 'register.corrected.v1', payload });
      return;
    }
    if (register.state === 'not-held') {
      const { reason } = register;
      await this.work.append({ ...to, name: 'meeting.not-held.v1', payload: { ...payload, reason } });
      return;
    }
    const counts = { headcount: register.headcount, newcomers: register.newcomers ?? 0 };
    await this.work.append({ ...to, name: 'meeting.held.v1', payload: { ...payload, ...counts } });
  }
}

const suffix = (reason: string | undefined): string => (reason ? `.${reason}` : '');
