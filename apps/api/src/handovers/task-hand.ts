import type { Problem } from '@followon/shared/contract/problem';
import type { Role } from '@followon/shared/contract/session';
import { HandoverTask } from '@followon/shared/db/handovers/handover.entity';
import { reachOf } from '@followon/shared/rules/access/policy';
import { SIGN_OFF_TASK } from '@followon/shared/rules/handover/sign-off';
import { isSettled } from '@followon/shared/rules/handover/task-states';
import type { Act, ActKind } from '@followon/shared/rules/handover/undo';
import { mayUndo } from '@followon/shared/rules/handover/undo';
import { Injectable } from '@nestjs/common';
import { Access } from '../auth/access.js';
import { conflict, notFound } from '../http/problem.js';
import { Work } from '../work/work.js';
import type { TaskRow } from './handover-rows.js';
import { standingToTask } from './handover-standing.js';

export type Changes = Partial<
  Pick<
    HandoverTask,
    'state' | 'reason' | 'evidence' | 'draft' | 'doneAt' | 'doneBy' | 'assigneeId' | 'laterUntil'
  >
>;

/** A person's hand on a task: whether it may be laid there, and what it leaves behind. */
@Injectable()
export class TaskHand {
  constructor(
    private readonly work: Work,
    private readonly access: Access,
  ) {}

  /**
   * The task is theirs to change, or for some minutes still theirs to take back although it has gone to somebody else.
   * @throws Refusal 404
   */
  require(task: TaskRow): void {
    if (this.mayTakeBack(task)) return;
    this.access.require('tick-task', standingToTask(task, this.work.who.accountId));
  }

  /** @throws Refusal 404 for whoever may no more than take it back. */
  requireOwn(task: TaskRow): void {
    this.access.require('tick-task', standingToTask(task, this.work.who.accountId));
  }

  mayTakeBack(task: TaskRow): boolean {
    return mayUndo(task, { accountId: this.work.who.accountId, now: this.work.now() });
  }

  /** Writes the change, whose it was and how the task stood before. */
  async lay(task: TaskRow, what: ActKind, changes: Changes): Promise<void> {
    const { state, reason, assigneeId, laterUntil } = task;
    const version = task.version + 1;
    const act: Act = {
      what,
      as: this.role(task),
      version,
      before: { state, reason, assigneeId, laterUntil },
    };
    const { accountId } = this.work.who;
    const hand = { act, version, actedAt: changes.doneAt ?? this.work.now(), actedBy: accountId };
    await this.work.repository(HandoverTask).update(task.id, { ...changes, ...hand });
  }

  /** The role in which they act here: whose task it is first, then the one that reaches the whole site. */
  private role(task: TaskRow): Role {
    const held = this.work.who.memberships
      .filter(({ siteId }) => siteId === task.siteId)
      .map(({ role }) => role);
    const { ownAs = [] } = standingToTask(task, this.work.who.accountId);
    const role =
      held.find((one) => ownAs.includes(one)) ?? held.find((one) => reachOf(one, 'tick-task') !== 'none');
    if (!role) throw notFound();
    return role;
  }
}

/** What a task is now and by whose hand, told to whoever was about to change what it had been. Never a name. */
export function changedSince(task: TaskRow): NonNullable<Problem['changed']> {
  const { act, version, state } = task;
  const isHand = act?.version === version;
  const at = isHand ? task.actedAt : task.doneAt;
  return { state, at: at?.toISOString() ?? null, by: isHand ? act.as : 'system', version };
}

/** It had to be settled for the sign-off, and that is over. A group's own list has none. */
export const isSignedFor = ({ blocking, state, handoverState, programmeId }: TaskRow): boolean =>
  blocking && programmeId !== null && isSettled(state) && handoverState !== 'open';

/** @throws Refusal 409 for what the clinician signed for: it is not opened again. */
export function refuseSignedFor(task: TaskRow): void {
  if (!isSignedFor(task)) return;
  throw conflict('task.signed-off', 'The handover was signed off with this task settled.', {
    detail: 'It stays as it is. If something is wrong, tell the volunteer lead.',
  });
}

/** @throws Refusal 409 for a list that is closed, and for what only signing off ticks. */
export function refuseUntouchable({ key, handoverState }: TaskRow): void {
  if (handoverState === 'closed' || handoverState === 'declined')
    throw conflict('handover.closed', 'This handover is closed.', { detail: 'Its list stays as it was.' });
  if (key !== SIGN_OFF_TASK) return;
  throw conflict('task.closed-by-sign-off', 'Signing off the handover ticks this.', {
    detail: 'Open the handover and sign it off there.',
  });
}
