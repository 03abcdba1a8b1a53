import { Handover, HandoverTask } from '@followon/shared/db/handovers/handover.entity';
import { openBlocking, SIGN_OFF_TASK } from '@followon/shared/rules/handover/sign-off';
import { isSettled } from '@followon/shared/rules/handover/task-states';
import { Injectable } from '@nestjs/common';
import { Audit } from '../audit/audit.js';
import { conflict, notFound } from '../http/problem.js';
import { Work } from '../work/work.js';
import { HandoverQueries } from './handover-queries.js';
import type { HandoverRow, TaskRow } from './handover-rows.js';
import { streamOf } from './handover-rows.js';

/** The two sides of a handover: the clinician releases, then the volunteer accepts. Both work on a locked handover. */
@Injectable()
export class HandoverEnds {
  constructor(
    private readonly work: Work,
    private readonly audit: Audit,
    private readonly handovers: HandoverQueries,
  ) {}

  /** @throws Refusal 409 while tasks block or the list is being built anew, or when it was done before. */
  async signOff(handover: HandoverRow, tasks: readonly TaskRow[]): Promise<void> {
    refuseGroupList(handover);
    if (handover.state !== 'open') {
      throw conflict('handover.already-signed-off', 'This handover has already been signed off.', {
        detail: 'Nothing more is needed here.',
      });
    }
    refuseNoGroup(handover);
    await this.refuseBeingRebuilt(handover);
    const blocking = openBlocking(tasks);
    if (blocking.length > 0) {
      throw conflict('handover.blocked', 'Some tasks must be settled before you can sign off.', {
        detail: 'Tick them, or say why they are not needed. Then sign off again.',
        blocking,
      });
    }
    await this.work.repository(Handover).update(handover.id, {
      state: 'signed-off',
      signedOffAt: this.work.now(),
      signedOffBy: this.work.who.accountId,
      version: handover.version + 1,
    });
    await this.tickSignOff(handover, tasks);
    await this.announce('handover.signed-off', handover);
  }

  /** @throws Refusal 409 */
  async accept(handover: HandoverRow): Promise<void> {
    refuseGroupList(handover);
    if (handover.state === 'open') {
      throw conflict('handover.not-signed-off', 'The clinician has not signed off yet.', {
        detail: 'You can accept once that is done. We will tell you.',
      });
    }
    if (handover.state !== 'signed-off') {
      throw conflict('handover.already-accepted', 'This handover has already been accepted or closed.', {
        detail: 'Nothing more is needed here.',
      });
    }
    await this.work.repository(Handover).update(handover.id, {
      state: 'accepted',
      acceptedAt: this.work.now(),
      acceptedBy: this.work.who.accountId,
      version: handover.version + 1,
    });
    await this.announce('handover.accepted', handover);
  }

  private async refuseBeingRebuilt({ programmeId }: HandoverRow): Promise<void> {
    if (!programmeId || !(await this.handovers.isBeingRebuilt(programmeId))) return;
    throw conflict('handover.list-being-rebuilt', 'The list is being changed to fit what was chosen.', {
      detail: 'Wait a moment, look at the list again, then sign off.',
    });
  }

  private async tickSignOff(handover: HandoverRow, tasks: readonly TaskRow[]): Promise<void> {
    const task = tasks.find(({ key, state }) => key === SIGN_OFF_TASK && !isSettled(state));
    if (!task) return;
    await this.work.repository(HandoverTask).update(task.id, {
      state: 'done',
      reason: null,
      doneAt: this.work.now(),
      doneBy: this.work.who.accountId,
      version: task.version + 1,
    });
    const payload = { handoverId: handover.id, taskId: task.id, key: task.key };
    const { siteId } = handover;
    await this.work.append({ name: 'handover-task.done.v1', ...streamOf(handover), siteId, payload });
  }

  private async announce(
    what: 'handover.signed-off' | 'handover.accepted',
    handover: HandoverRow,
  ): Promise<void> {
    const { id, programmeId, siteId } = handover;
    if (!programmeId) throw notFound();
    const payload = { programmeId, handoverId: id };
    await this.work.append({ name: `${what}.v1`, streamId: programmeId, siteId, payload });
    await this.audit.record({ what, siteId, subject: id });
  }
}

/** A group's own list has no two sides. */
function refuseGroupList({ kind }: HandoverRow): void {
  if (kind === 'programme') return;
  throw conflict('handover.of-a-group', 'This list belongs to a group. There is nothing to sign off.', {
    detail: 'It closes by itself when its tasks are done.',
  });
}

/** Nothing is handed over to anybody: it ends as declined, in the evening of the last session. */
function refuseNoGroup({ route }: HandoverRow): void {
  if (route !== 'none') return;
  throw conflict('handover.no-group-wanted', 'The group wants no group. There is nothing to sign off.', {
    detail: 'It closes by itself after the last session, and you no longer see who was in it.',
  });
}
