import type { TaskPatch } from '@followon/shared/contract/handovers';
import { HandoverTask } from '@followon/shared/db/handovers/handover.entity';
import { isOverdue } from '@followon/shared/rules/handover/late-tasks';
import { SIGN_OFF_TASK } from '@followon/shared/rules/handover/sign-off';
import { isSettled, mayMove, reasonFits } from '@followon/shared/rules/handover/task-states';
import { londonDate } from '@followon/shared/rules/calendar/london';
import { Injectable } from '@nestjs/common';
import { Audit } from '../audit/audit.js';
import { Access } from '../auth/access.js';
import { conflict, invalid } from '../http/problem.js';
import { Work } from '../work/work.js';
import type { TaskRow } from './handover-rows.js';
import { streamOf } from './handover-rows.js';

const UNDO_MS = 10 * 60_000;

/** Moves one task, already locked and found to be the reader's to change, from one state to another. */
@Injectable()
export class TaskChanges {
  constructor(
    private readonly work: Work,
    private readonly access: Access,
    private readonly audit: Audit,
  ) {}

  /** @throws Refusal 409 for a move that is not one, 400 for a reason that does not belong to the state. */
  async change(task: TaskRow, patch: TaskPatch): Promise<void> {
    this.check(task, patch);
    const settled = isSettled(patch.state);
    await this.work.repository(HandoverTask).update(task.id, {
      state: this.stateAfter(task, patch),
      reason: patch.reason ?? null,
      evidence: patch.evidence ?? null,
      doneAt: settled ? this.work.now() : null,
      doneBy: settled ? this.work.who.accountId : null,
      version: task.version + 1,
    });
    await this.announce(task, patch);
    const what = patch.state === 'open' ? 'handover-task.reopened' : `handover-task.${patch.state}`;
    await this.audit.record({ what, siteId: task.siteId, subject: task.id });
  }

  private check(task: TaskRow, patch: TaskPatch): void {
    refuseUntouchable(task);
    refuseNoMove(task, patch);
    if (!reasonFits(patch.state, patch.reason))
      throw invalid('reason', 'This reason does not belong here. Choose one of the listed reasons.');
    if (patch.state === 'open' && isSettled(task.state) && !this.mayUndo(task)) {
      throw conflict('task.undo-too-late', 'It is too late to undo this yourself.', {
        detail: 'Ask the volunteer lead or the clinician to open it again.',
      });
    }
  }

  /** A slip of the thumb is undone by whoever made it, for ten minutes; later by the site's staff. */
  private mayUndo({ siteId, doneBy, doneAt }: TaskRow): boolean {
    if (this.access.may('tick-task', { siteId, own: false })) return true;
    const age = this.work.now().getTime() - (doneAt?.getTime() ?? 0);
    return doneBy === this.work.who.accountId && age <= UNDO_MS;
  }

  /** What is opened again after its day is late at once: the sweep has passed it by. */
  private stateAfter({ dueOn }: TaskRow, { state }: TaskPatch): HandoverTask['state'] {
    const isLate = isOverdue({ state, dueOn }, londonDate(this.work.now()));
    return state === 'open' && isLate ? 'overdue' : state;
  }

  private async announce(task: TaskRow, { state, reason }: TaskPatch): Promise<void> {
    const payload = { handoverId: task.handoverId, taskId: task.id, key: task.key };
    const where = { ...streamOf(task), siteId: task.siteId };
    if (state === 'done') await this.work.append({ name: 'handover-task.done.v1', ...where, payload });
    else if (state === 'open')
      await this.work.append({ name: 'handover-task.reopened.v1', ...where, payload });
    else {
      const aside = { ...payload, state, reason: reason ?? 'prefer-not-to-say' };
      await this.work.append({ name: 'handover-task.set-aside.v1', ...where, payload: aside });
    }
  }
}

function refuseUntouchable({ key, handoverState }: TaskRow): void {
  if (handoverState === 'closed' || handoverState === 'declined')
    throw conflict('handover.closed', 'This handover is closed.', { detail: 'Its list stays as it was.' });
  if (key !== SIGN_OFF_TASK) return;
  throw conflict('task.closed-by-sign-off', 'Signing off the handover ticks this.', {
    detail: 'Open the handover and sign it off there.',
  });
}

/** Back to open is for what was ticked or set aside: being late is not undone that way. */
function refuseNoMove({ state: from }: TaskRow, { state: to }: TaskPatch): void {
  if (mayMove(from, to) && !(from === 'overdue' && to === 'open')) return;
  throw conflict('task.no-such-move', 'This task cannot be changed in that way.', {
    detail: `It is "${from}" now. To change what was ticked, undo it first.`,
  });
}
