import type { TaskDraft, TaskLater, TaskPassOn } from '@followon/shared/contract/handovers';
import { HandoverTask } from '@followon/shared/db/handovers/handover.entity';
import { londonDate } from '@followon/shared/rules/calendar/london';
import { checkEvidence, mergeEvidence } from '@followon/shared/rules/handover/check-evidence';
import { putOff } from '@followon/shared/rules/handover/later';
import { notYet } from '@followon/shared/rules/handover/not-yet';
import { isSettled } from '@followon/shared/rules/handover/task-states';
import { shippedTask } from '@followon/shared/rules/handover/templates/shipped';
import { Injectable } from '@nestjs/common';
import { Audit } from '../audit/audit.js';
import { conflict, Refusal } from '../http/problem.js';
import { Work } from '../work/work.js';
import { AnswersThatAct, refusedWith } from './answers-that-act.js';
import type { TaskRow } from './handover-rows.js';
import { streamOf } from './handover-rows.js';
import { TaskChanges } from './task-changes.js';
import { refuseUntouchable, TaskHand } from './task-hand.js';
import { TaskQueries } from './task-queries.js';

/** Whoever stands in at the programme, is not away on a break, and does not hold the task already. */
const DEPUTY = `
  select p.deputy_id as "deputyId" from programme p where p.id = $1 and p.deputy_id is distinct from $2 and p.deputy_id <> $3
    and not exists (select 1 from volunteer v join volunteer_break b on b.volunteer_id = v.id
      where v.account_id = p.deputy_id and v.site_id = p.site_id and b.ended_on is null and $4::date between b.from_on and b.until_on)`;

/** Not today, somebody else, and what was answered so far: all that can be said of a task besides ticking it. */
@Injectable()
export class TaskHanding {
  constructor(
    private readonly work: Work,
    private readonly audit: Audit,
    private readonly hand: TaskHand,
    private readonly changes: TaskChanges,
    private readonly follows: AnswersThatAct,
    private readonly tasks: TaskQueries,
  ) {}

  /** @throws Refusal 409 for what is settled or set aside, and for what somebody else was told is late. */
  async later(task: TaskRow, { days }: TaskLater): Promise<void> {
    refuseUntouchable(task);
    const put = putOff(task, { today: this.today(), days });
    if ('refused' in put) {
      const { title, detail } = LATER_REFUSED[put.refused];
      throw conflict(`task.later-${put.refused}`, title, { detail });
    }
    await this.hand.lay(task, 'later', { laterUntil: put.until });
    const payload = { handoverId: task.handoverId, taskId: task.id, key: task.key, until: put.until };
    const where = { ...streamOf(task), siteId: task.siteId };
    await this.work.append({ name: 'handover-task.put-off.v1', ...where, payload });
    await this.audit.record({ what: 'handover-task.later', siteId: task.siteId, subject: task.id });
  }

  /** @throws Refusal 409 when nobody stands in and a stand-in was asked for, or it is the lead's already. */
  async passOn(task: TaskRow, { to, reason = 'prefer-not-to-say' }: TaskPassOn): Promise<void> {
    refuseUntouchable(task);
    const deputyId = to === 'lead' ? undefined : await this.deputyFor(task);
    if (deputyId) {
      await this.giveTo(deputyId, task);
      return;
    }
    if (to === 'deputy')
      throw conflict('task.no-deputy', 'Nobody stands in for you here at the moment.', FOR_LEAD);
    if (task.ownerRole === 'lead')
      throw conflict('task.with-lead', 'This is with the volunteer leads already.', {
        detail: 'Say that you cannot do it, or that it is not needed.',
      });
    await this.changes.change(task, { state: 'passed-on', reason });
  }

  /**
   * Keeps answers: before the tick as a draft, after it with the tick. The last word counts, question by question, and the
   * task's version stays: two screens of one person do not get into each other's way.
   * An answer to a done task does what it says; one that says the opposite of the tick takes it back, as undoing it would.
   * @throws Refusal 400 for an answer that does not fit its question, 409 for a task that is not needed or too late to undo.
   */
  async answer(task: TaskRow, answers: TaskDraft): Promise<void> {
    refuseUntouchable(task);
    const asks = shippedTask(task.key)?.asks ?? [];
    const errors = checkEvidence(asks, answers, this.today());
    if (errors.length > 0)
      throw new Refusal('invalid', 'invalid', 'Something in the request needs to be changed.', {
        errors: [...errors],
      });
    if (task.state === 'not-applicable')
      throw conflict('task.settled', 'This task is not needed, so it asks nothing.', {
        detail: 'To answer it, undo that first.',
      });
    if (task.state === 'done' && notYet(asks, answers).length > 0) {
      await this.openAgain(task, answers);
      return;
    }
    if (!isSettled(task.state)) {
      await this.keep(task, { draft: mergeEvidence(task.draft, answers) });
      return;
    }
    await this.answerDone(task, answers);
  }

  private async answerDone(task: TaskRow, answers: TaskDraft): Promise<void> {
    const evidence = mergeEvidence(task.evidence, answers);
    await this.keep(task, { evidence });
    // Another day alone says nothing new.
    if (!answers.answers && !answers.choice) return;
    await refusedWith(
      () => this.follows.follow(task, evidence),
      () => this.backTo(task, answers),
    );
  }

  private async keep(
    { id }: TaskRow,
    answers: Pick<Partial<HandoverTask>, 'draft' | 'evidence'>,
  ): Promise<void> {
    await this.work.repository(HandoverTask).update(id, answers);
  }

  /** What an answer says cannot be: a tick that may still be taken back is, and the answer waits as its draft. By link it stays. */
  private async backTo({ id, version }: TaskRow, answers: TaskDraft): Promise<void> {
    const task = this.work.who.link ? undefined : await this.tasks.one(id);
    if (task?.version === version && this.hand.mayTakeBack(task)) await this.openAgain(task, answers);
  }

  private async openAgain(task: TaskRow, answers: TaskDraft): Promise<void> {
    await this.changes.change(task, { state: 'open' });
    const draft = mergeEvidence(task.evidence, answers);
    await this.keep(task, { draft });
  }

  private async deputyFor({
    programmeId,
    ownerRole,
    assigneeId,
    state,
  }: TaskRow): Promise<string | undefined> {
    if (!programmeId || ownerRole !== 'volunteer' || isSettled(state)) return undefined;
    const asked = [programmeId, assigneeId, this.work.who.accountId, this.today()];
    const [found]: { deputyId: string }[] = await this.work.manager.query(DEPUTY, asked);
    return found?.deputyId;
  }

  private async giveTo(deputyId: string, task: TaskRow): Promise<void> {
    const state = task.state === 'overdue' ? 'overdue' : 'open';
    await this.hand.lay(task, 'passed-on', { assigneeId: deputyId, state, reason: null, laterUntil: null });
    const payload = {
      handoverId: task.handoverId,
      taskId: task.id,
      key: task.key,
      because: 'passed-on',
    } as const;
    await this.work.append({
      name: 'handover-task.assigned.v1',
      ...streamOf(task),
      siteId: task.siteId,
      payload,
    });
    await this.audit.record({ what: 'handover-task.passed-on', siteId: task.siteId, subject: task.id });
  }

  private today(): string {
    return londonDate(this.work.now());
  }
}

const FOR_LEAD = { detail: 'Pass it to the volunteer lead instead: leave out `to`, or send "lead".' };

const LATER_REFUSED = {
  settled: { title: 'This task is done already.', detail: 'There is nothing left to put off.' },
  aside: { title: 'This task is with somebody else now.', detail: 'Undo that first if you want it back.' },
  escalated: {
    title: 'The volunteer lead knows already that this is late.',
    detail: 'Do it, pass it on, or say that you cannot do it: then somebody can take it over.',
  },
} as const;
