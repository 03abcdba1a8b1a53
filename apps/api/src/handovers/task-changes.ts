import type { TaskPatch } from '@followon/shared/contract/handovers';
import type { HandoverTask } from '@followon/shared/db/handovers/handover.entity';
import { londonDate } from '@followon/shared/rules/calendar/london';
import { checkEvidence, mergeEvidence, withDay } from '@followon/shared/rules/handover/check-evidence';
import type { Evidence } from '@followon/shared/rules/handover/facts';
import { isOverdue } from '@followon/shared/rules/handover/late-tasks';
import { withoutNotYet } from '@followon/shared/rules/handover/not-yet';
import { isSettled, mayMove, reasonFits } from '@followon/shared/rules/handover/task-states';
import { shippedTask } from '@followon/shared/rules/handover/templates/shipped';
import type { Act } from '@followon/shared/rules/handover/undo';
import { before } from '@followon/shared/rules/handover/undo';
import { Injectable } from '@nestjs/common';
import { Audit } from '../audit/audit.js';
import { Access } from '../auth/access.js';
import { conflict, invalid, Refusal } from '../http/problem.js';
import { Work } from '../work/work.js';
import { AnswersThatAct, refusedWith } from './answers-that-act.js';
import type { TaskRow } from './handover-rows.js';
import { streamOf } from './handover-rows.js';
import { keepDraft, refuseNotYet } from './not-yet.js';
import type { Changes } from './task-hand.js';
import { ClosedLists } from './closed-lists.js';
import { refuseSignedFor, refuseUntouchable, TaskHand } from './task-hand.js';

type Open = TaskPatch & { readonly state: 'open' };
type Set = TaskPatch & { readonly state: Exclude<TaskPatch['state'], 'open'> };
const isOpening = (patch: TaskPatch): patch is Open => patch.state === 'open';

/** Moves one task, already locked and found to be the reader's to change, from one state to another. */
@Injectable()
export class TaskChanges {
  constructor(
    private readonly work: Work,
    private readonly access: Access,
    private readonly audit: Audit,
    private readonly hand: TaskHand,
    private readonly lists: ClosedLists,
    private readonly answers: AnswersThatAct,
  ) {}

  /** @throws Refusal 409 for a move that is not one and for an answer that says not yet, 400 for a reason or an answer that does not belong here. */
  async change(task: TaskRow, patch: TaskPatch): Promise<void> {
    const isEndTheirs = this.endedByTheirTick(task, patch);
    if (!isEndTheirs) refuseUntouchable(task);
    if (isOpening(patch)) refuseSignedFor(task);
    if (isEndTheirs) await this.lists.goOn(task.handoverId);
    if (isOpening(patch)) await this.takeBack(task, patch);
    else await this.set(task, patch as Set);
  }

  private endedByTheirTick(task: TaskRow, patch: TaskPatch): boolean {
    return task.handoverState === 'closed' && isOpening(patch) && this.hand.mayTakeBack(task);
  }

  private async set(task: TaskRow, patch: Set): Promise<void> {
    this.hand.requireOwn(task);
    refuseNoMove(task, patch.state);
    if (!reasonFits(patch.state, patch.reason))
      throw invalid('reason', 'This reason does not belong here. Choose one of the listed reasons.');
    this.refuseMisfits(task, patch.evidence);
    if (patch.state === 'done') refuseNotYet(this.work, task, patch.evidence);
    const setting = this.setting(task, patch);
    await this.hand.lay(task, patch.state, setting);
    await this.announce(task, patch);
    await this.audit.record({
      what: `handover-task.${patch.state}`,
      siteId: task.siteId,
      subject: task.id,
    });
    // After the tick: what follows finds the task done, and does not tick it again.
    if (patch.state === 'done') await this.follow(task, patch.evidence, setting.evidence);
  }

  private async follow(task: TaskRow, said: Evidence | undefined, all: Evidence | null): Promise<void> {
    if (!said?.answers && !said?.choice) return this.answers.followBare(task, all);
    await refusedWith(
      () => this.answers.follow(task, all),
      () => keepDraft(this.work, task, said),
    );
  }

  private setting(task: TaskRow, { state, reason, evidence }: Set): Changes & Pick<HandoverTask, 'evidence'> {
    const said = {
      state,
      reason,
      evidence: state === 'done' ? this.kept(task, evidence) : (evidence ?? null),
    };
    if (isSettled(state)) {
      const settled = { doneAt: this.work.now(), doneBy: this.work.who.accountId };
      return { ...said, ...settled, draft: null, laterUntil: null };
    }
    const undone = { ...said, doneAt: null, doneBy: null };
    return state === 'passed-on' ? { ...undone, assigneeId: null, laterUntil: null } : undone;
  }

  /** A slip of the thumb is undone by whoever made it, for ten minutes; later by the site's staff. */
  private async takeBack(task: TaskRow, { reason }: Open): Promise<void> {
    const isTheirs = this.hand.mayTakeBack(task);
    if (!isTheirs) this.refuseReopening(task);
    if (reason) throw invalid('reason', 'Undoing takes no reason. Leave it out.');
    const { state, reason: why, ...was } = (isTheirs ? before(task) : undefined) ?? simplyOpen(task);
    await this.hand.lay(task, 'reopened', {
      ...was,
      state: this.stateOf(task, state),
      reason: why as HandoverTask['reason'],
      evidence: null,
      // What was answered is not lost: it waits as a draft.
      draft: task.evidence ?? task.draft,
      doneAt: null,
      doneBy: null,
    });
    await this.announceBack(task);
    await this.audit.record({ what: 'handover-task.reopened', siteId: task.siteId, subject: task.id });
  }

  private refuseReopening(task: TaskRow): void {
    this.hand.requireOwn(task);
    refuseNoMove(task, 'open');
    const isStaff = this.access.may('tick-task', { siteId: task.siteId, own: false });
    if (!isSettled(task.state) || isStaff) return;
    throw conflict('task.undo-too-late', 'It is too late to undo this yourself.', {
      detail: 'Ask the volunteer lead or the clinician to open it again.',
    });
  }

  /** What is opened again after its day is late at once: the sweep has passed it by. */
  private stateOf({ dueOn }: TaskRow, state: HandoverTask['state']): HandoverTask['state'] {
    return state === 'open' && isOverdue({ state, dueOn }, this.today()) ? 'overdue' : state;
  }

  private refuseMisfits({ key }: TaskRow, evidence: Evidence | undefined): void {
    if (evidence === undefined) return;
    const problems = checkEvidence(shippedTask(key)?.asks ?? [], evidence, this.today());
    if (problems.length === 0) return;
    const errors = problems.map(({ path, message }) => ({ path: `evidence.${path}`, message }));
    throw new Refusal('invalid', 'invalid', 'Something in the request needs to be changed.', { errors });
  }

  private kept({ key, draft }: TaskRow, evidence: Evidence | undefined): Evidence | null {
    const asks = shippedTask(key)?.asks ?? [];
    const said = withDay(asks, mergeEvidence(withoutNotYet(asks, draft), evidence), this.today());
    return Object.keys(said).length === 0 ? null : said;
  }

  private today(): string {
    return londonDate(this.work.now());
  }

  private async announce(task: TaskRow, { state, reason }: Pick<Set, 'state' | 'reason'>): Promise<void> {
    const payload = { handoverId: task.handoverId, taskId: task.id, key: task.key };
    const where = { ...streamOf(task), siteId: task.siteId };
    if (state === 'done') {
      await this.work.append({ name: 'handover-task.done.v1', ...where, payload });
      return;
    }
    const aside = { ...payload, state, reason: reason ?? 'prefer-not-to-say' };
    await this.work.append({ name: 'handover-task.set-aside.v1', ...where, payload: aside });
  }

  /** Putting a task off tells nobody anything, and neither does taking that back. */
  private async announceBack(task: TaskRow): Promise<void> {
    const payload = { handoverId: task.handoverId, taskId: task.id, key: task.key };
    const where = { ...streamOf(task), siteId: task.siteId };
    if (task.state !== 'open' && task.state !== 'overdue')
      await this.work.append({ name: 'handover-task.reopened.v1', ...where, payload });
    else if (task.act?.what === 'passed-on')
      await this.work.append({
        name: 'handover-task.assigned.v1',
        ...where,
        payload: { ...payload, because: 'back' },
      });
  }
}

const simplyOpen = ({ assigneeId, laterUntil }: TaskRow): Act['before'] => ({
  ...{ state: 'open', reason: null },
  ...{ assigneeId, laterUntil },
});

/** Back to open is for what was ticked or set aside: being late is not undone that way. */
function refuseNoMove({ state: from }: TaskRow, to: TaskPatch['state']): void {
  if (mayMove(from, to) && !(from === 'overdue' && to === 'open')) return;
  throw conflict('task.no-such-move', 'This task cannot be changed in that way.', {
    detail: `It is "${from}" now. To change what was ticked, undo it first.`,
  });
}
