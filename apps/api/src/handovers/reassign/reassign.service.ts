import type { Reassign, ReassignView, TaskMove } from '@followon/shared/contract/reassign';
import { londonDate } from '@followon/shared/rules/calendar/london';
import type { Receiver, WhyNot } from '@followon/shared/rules/handover/may-reassign';
import { whyNotReassign } from '@followon/shared/rules/handover/may-reassign';
import { Injectable } from '@nestjs/common';
import { Audit } from '../../audit/audit.js';
import { Access } from '../../auth/access.js';
import { notFound } from '../../http/problem.js';
import { Work } from '../../work/work.js';
import { streamOf } from '../handover-rows.js';
import type { MovingRow, ReceiverRow } from './reassign-queries.js';
import { ReassignQueries } from './reassign-queries.js';

interface Decided {
  readonly task: MovingRow;
  readonly move: TaskMove;
  readonly because: WhyNot | undefined;
}

/** Gives many tasks to somebody else at once, in one transaction, in a way that one call takes back. */
@Injectable()
export class ReassignService {
  constructor(
    private readonly work: Work,
    private readonly access: Access,
    private readonly audit: Audit,
    private readonly queries: ReassignQueries,
  ) {}

  /** A task that cannot move is left out with its reason. @throws Refusal 404 when one of them is not the reader's to move. */
  async reassign({ preview = false, ...asked }: Reassign): Promise<ReassignView> {
    const today = londonDate(this.work.now());
    const decided = await this.decide(movesOf(asked), { today, isBack: asked.moves !== undefined });
    const moving = decided.filter(({ because }) => because === undefined);
    if (!preview && moving.length > 0) await this.write(moving, today);
    return {
      preview,
      moved: moving.map(({ task }) => ({ taskId: task.id, from: personOf(task) })),
      skipped: decided.flatMap(({ task, because }) => (because ? [{ taskId: task.id, because }] : [])),
      undo: moving.length > 0 ? { moves: moving.map(({ task }) => backTo(task)) } : null,
    };
  }

  /** The nearest day first. */
  private async decide(
    moves: readonly TaskMove[],
    when: Pick<Question, 'today' | 'isBack'>,
  ): Promise<Decided[]> {
    const ids = [...new Set(moves.map(({ taskId }) => taskId))];
    const tasks = await this.queries.tasks(ids);
    if (tasks.length < ids.length) throw notFound();
    for (const { siteId } of tasks) this.access.require('reassign-tasks', { siteId, own: false });
    const to = [...new Set(moves.flatMap(({ toAccountId }) => toAccountId ?? []))];
    const receivers = await this.queries.receivers(to, [...new Set(tasks.map(({ siteId }) => siteId))]);
    const moveOf = new Map(moves.map((move) => [move.taskId, move]));
    return tasks.toSorted(byDay).flatMap((task) => {
      const move = moveOf.get(task.id);
      return move ? [{ task, move, because: whyNot(task, { move, receivers, ...when }) }] : [];
    });
  }

  private async write(moving: readonly Decided[], today: string): Promise<void> {
    const written = moving.map(({ task, move: { toAccountId, aside } }) => ({
      ...{ task: task.id, to_account: toAccountId },
      ...{ state: aside?.state ?? null, reason: aside?.reason ?? null },
    }));
    await this.queries.move(written, today);
    for (const { task } of moving) {
      const payload = {
        handoverId: task.handoverId,
        taskId: task.id,
        key: task.key,
        because: 'in-bulk',
      } as const;
      const where = { ...streamOf(task), siteId: task.siteId };
      await this.work.append({ name: 'handover-task.assigned.v1', ...where, payload });
    }
    const what = 'handover-task.assigned';
    await this.audit.recordAll(moving.map(({ task }) => ({ what, siteId: task.siteId, subject: task.id })));
  }
}

function movesOf({ taskIds = [], toAccountId, moves }: Omit<Reassign, 'preview'>): readonly TaskMove[] {
  return moves ?? taskIds.map((taskId) => ({ taskId, toAccountId: toAccountId ?? null }));
}

const byDay = (a: MovingRow, b: MovingRow): number =>
  a.dueOn.localeCompare(b.dueOn) || a.id.localeCompare(b.id);

interface Question {
  readonly move: TaskMove;
  readonly receivers: readonly ReceiverRow[];
  readonly today: string;
  /** An undo. */
  readonly isBack: boolean;
}

function whyNot(
  task: MovingRow,
  { move: { toAccountId }, receivers, today, isBack }: Question,
): WhyNot | undefined {
  if (toAccountId === null) return whyNotReassign(task, undefined, today);
  const found = receivers.find(
    ({ accountId, siteId }) => accountId === toAccountId && siteId === task.siteId,
  );
  const receiver = found && receiverOf(found, task);
  return whyNotReassign(task, { accountId: toAccountId, receiver, isBack }, today);
}

/** A contact person carries the tasks of their own group. */
function receiverOf({ roles, groupIds, ...rest }: ReceiverRow, { groupId }: MovingRow): Receiver {
  const isContact = groupId !== null && groupIds.includes(groupId);
  return { ...rest, roles: isContact ? [...roles, 'contact'] : roles };
}

const personOf = ({ assigneeId, assigneeName }: MovingRow) =>
  assigneeId && assigneeName ? { accountId: assigneeId, displayName: assigneeName } : null;

function backTo({ id, assigneeId, state, reason }: MovingRow): TaskMove {
  const isAside = (state === 'cannot' || state === 'passed-on') && reason !== null;
  return { taskId: id, toAccountId: assigneeId, ...(isAside && { aside: { state, reason } }) };
}
