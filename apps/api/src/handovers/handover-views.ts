import type { HandoverSummary, HandoverTaskView, HandoverView } from '@followon/shared/contract/handovers';
import { unanswered } from '@followon/shared/rules/handover/check-evidence';
import { mayPutOff } from '@followon/shared/rules/handover/later';
import { notYet } from '@followon/shared/rules/handover/not-yet';
import { openBlocking, SIGN_OFF_TASK } from '@followon/shared/rules/handover/sign-off';
import { isSettled } from '@followon/shared/rules/handover/task-states';
import { shippedTask } from '@followon/shared/rules/handover/templates/shipped';
import { mayUndo, undoUntil } from '@followon/shared/rules/handover/undo';
import { Injectable } from '@nestjs/common';
import { Access } from '../auth/access.js';
import type { Standing } from '../auth/standing.js';
import { Work } from '../work/work.js';
import type { Counts, HandoverRow, TaskBefore, TaskRow } from './handover-rows.js';
import { standingToAccepting, standingToHandover, standingToTask } from './handover-standing.js';
import { isSignedFor } from './task-hand.js';

const ENDED = ['closed', 'declined'];
const iso = (at: Date | null): string | null => at?.toISOString() ?? null;

type Words = Pick<HandoverTaskView, 'title' | 'why' | 'doneWhen' | 'ownWords'>;

/** The site's own words where it has some; a checklist may hold tasks of an older list, which keep their key. */
function wordsOf({ key, ...own }: TaskRow): Words {
  const { title, why, doneWhen } = shippedTask(key) ?? { title: key, why: '', doneWhen: '' };
  const ownWords = [own.title, own.why, own.doneWhen].some((words) => words !== null);
  return { title: own.title ?? title, why: own.why ?? why, doneWhen: own.doneWhen ?? doneWhen, ownWords };
}

const titleOf = ({ key, title }: TaskBefore): string => title ?? shippedTask(key)?.title ?? key;

function questionsOf({ key, evidence, draft }: TaskRow): Pick<HandoverTaskView, 'asks' | 'unanswered'> {
  const asks = shippedTask(key)?.asks ?? [];
  return {
    asks: asks.map((question) =>
      question.kind === 'choice' ? { ...question, options: [...question.options] } : question,
    ),
    unanswered: [...unanswered(asks, evidence ?? draft)],
  };
}

/** What was answered so far is for those who may change the task. */
function draftOf(
  { key, state, draft }: TaskRow,
  mayChange: boolean,
): Pick<HandoverTaskView, 'draft' | 'notYet'> {
  if (!mayChange) return { draft: null, notYet: [] };
  return { draft, notYet: isSettled(state) ? [] : [...notYet(shippedTask(key)?.asks ?? [], draft)] };
}

function stageOf({ nextStage, nextStageAt }: TaskRow): HandoverTaskView['stage'] {
  return nextStage && nextStageAt ? { stage: nextStage, at: nextStageAt.toISOString() } : null;
}

/** Where it went, while it is there because somebody passed it on. */
function passedTo({ state, act, version }: TaskRow): HandoverTaskView['passedTo'] {
  if (state === 'passed-on') return 'lead';
  return act?.what === 'passed-on' && act.version === version ? 'deputy' : null;
}

function assigneeOf({ assigneeId, assigneeName }: TaskRow): HandoverTaskView['assignee'] {
  return assigneeId && assigneeName ? { accountId: assigneeId, displayName: assigneeName } : null;
}

interface ListOf {
  readonly tasks: readonly TaskRow[];
  readonly unproven: readonly string[];
}

/** Answers are built here and nowhere else: no entity leaves the API. */
@Injectable()
export class HandoverViews {
  constructor(
    private readonly work: Work,
    private readonly access: Access,
  ) {}

  task(row: TaskRow): HandoverTaskView {
    const standing = standingToTask(row, this.work.who.accountId);
    const mayChange = this.access.may('tick-task', standing) && this.isStillChanged(row);
    return {
      id: row.id,
      handoverId: row.handoverId,
      programmeId: row.programmeId,
      programmeName: row.programmeName,
      siteId: row.siteId,
      groupId: row.groupId,
      key: row.key,
      ...wordsOf(row),
      ownerRole: row.ownerRole,
      assignee: assigneeOf(row),
      dueOn: row.dueOn,
      doNow: row.doNow,
      blocking: row.blocking,
      state: row.state,
      reason: row.reason,
      doneAt: iso(row.doneAt),
      ...questionsOf(row),
      ...draftOf(row, mayChange),
      laterUntil: row.laterUntil,
      mayLater: mayChange && mayPutOff(row),
      undoUntil: this.undoUntil(row),
      after: (row.after ?? []).map((task) => ({ ...task, title: titleOf(task) })),
      stage: stageOf(row),
      passedTo: passedTo(row),
      mine: this.isMine(standing),
      mayChange,
      version: row.version,
    };
  }

  handover(row: HandoverRow, { tasks, unproven }: ListOf): HandoverView {
    const shown = tasks.filter((task) => this.maySeeTask(row, task));
    return {
      ...this.facts(row),
      blocking: openBlocking(shown),
      unproven: unproven.filter((key) => shown.some((task) => task.key === key)),
      tasks: shown.map((task) => this.task(task)),
    };
  }

  summary(row: HandoverRow & Counts, nextTask: TaskRow | undefined): HandoverSummary {
    const { done, late, total } = row;
    return { ...this.facts(row), done, late, total, nextTask: nextTask ? this.task(nextTask) : null };
  }

  /** A contact person sees the part of the checklist that is the group's own. */
  seesPartOnly(row: HandoverRow): boolean {
    const details = this.access.details('see-handover', standingToHandover(row));
    return details.every((detail) => detail === 'part');
  }

  private maySeeTask(row: HandoverRow, task: TaskRow): boolean {
    return task.ownerRole === 'contact' || !this.seesPartOnly(row);
  }

  private facts(row: HandoverRow): Omit<HandoverView, 'blocking' | 'unproven' | 'tasks'> {
    const standing = standingToHandover(row);
    return {
      id: row.id,
      kind: row.kind,
      siteId: row.siteId,
      programmeId: row.programmeId,
      programmeName: row.programmeName,
      lastSessionOn: row.lastSessionOn,
      groupId: row.groupId,
      route: row.route,
      suggestedRoute: row.suggestedRoute,
      routeChosenAt: iso(row.routeChosenAt),
      withGroupId: row.withGroupId,
      withProgrammeId: row.withProgrammeId,
      withoutPtv: row.withoutPtv,
      templateVersion: row.templateVersion,
      openedOn: row.openedOn,
      state: row.state,
      signedOffAt: iso(row.signedOffAt),
      acceptedAt: iso(row.acceptedAt),
      maySignOff:
        row.state === 'open' && row.route !== 'none' && this.access.may('sign-off-handover', standing),
      mayAccept: row.state === 'signed-off' && this.access.may('accept-handover', standingToAccepting(row)),
      version: row.version,
    };
  }

  private isMine({ siteId, ownAs = [] }: Standing): boolean {
    return this.work.who.memberships.some((held) => held.siteId === siteId && ownAs.includes(held.role));
  }

  private undoUntil(row: TaskRow): string | null {
    if (!this.isStillChanged(row) || isSignedFor(row)) return null;
    const who = { accountId: this.work.who.accountId, now: this.work.now() };
    return mayUndo(row, who) ? iso(undoUntil(row, who.accountId) ?? null) : null;
  }

  private isStillChanged({ key, handoverState }: TaskRow): boolean {
    return key !== SIGN_OFF_TASK && !ENDED.includes(handoverState);
  }
}
