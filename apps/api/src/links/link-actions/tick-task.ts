import type { HandoverTaskView } from '@followon/shared/contract/handovers';
import { TaskReason } from '@followon/shared/contract/handovers';
import { neutralName } from '@followon/shared/messages/say';
import { EvidenceSchema } from '@followon/shared/rules/handover/facts';
import { isSettled } from '@followon/shared/rules/handover/task-states';
import { Injectable } from '@nestjs/common';
import { z } from 'zod';
import type { TaskRow } from '../../handovers/handover-rows.js';
import { HandoverViews } from '../../handovers/handover-views.js';
import { TaskHand } from '../../handovers/task-hand.js';
import { TaskQueries } from '../../handovers/task-queries.js';
import { TasksService } from '../../handovers/tasks.service.js';
import type { LinkUse } from '../found-link.js';
import type { LinkActing, Opened, Spent } from '../link-acting.js';
import { nothingMore } from '../link-acting.js';
import { unknownLink } from '../link-finder.js';

const Said = z.strictObject({
  choice: z.enum(['done', 'cannot', 'pass-on', 'later', 'undo', 'answer']),
  reason: TaskReason.optional(),
  evidence: EvidenceSchema.optional(),
  /** "Later": in how many days it may be asked again. */
  days: z.union([z.literal(1), z.literal(3), z.literal(7)], 'Choose 1, 3 or 7 days.').optional(),
});
type Said = z.infer<typeof Said>;

const DAYS = 3;
const GONE: Opened['subject'] = { title: '', key: null, why: null, about: null, dueOn: null, on: null };

/** One task: done, can't, pass it on, later; for ten minutes taken back by the same link. */
@Injectable()
export class TickTask implements LinkActing<Said> {
  readonly action = 'tick-task';
  readonly permits = ['tick-task'] as const;
  readonly body = Said;

  constructor(
    private readonly tasks: TasksService,
    private readonly queries: TaskQueries,
    private readonly hand: TaskHand,
    private readonly views: HandoverViews,
  ) {}

  async open(taskId: string, use: LinkUse): Promise<Opened> {
    const row = await this.queries.one(taskId);
    // A list that was rebuilt has left it out.
    if (!row) return { ...nothingMore, state: 'no-longer-needed', subject: GONE };
    const task = this.views.task(row);
    const state = use.usedAt ? 'used' : isOver(task, row.handoverState) ? 'no-longer-needed' : 'ready';
    if (state === 'ready') this.hand.require(row);
    return {
      ...nothingMore,
      state,
      subject: subjectOf(task),
      ...(state !== 'no-longer-needed' && { asks: task.asks, choices: choicesOf(task, state) }),
      notYet: task.notYet,
      happened: use.usedAt
        ? { what: use.usedFor ?? 'done', at: use.usedAt.toISOString(), count: null }
        : null,
      undoUntil: task.undoUntil,
    };
  }

  afterUse({ choice }: Said, { undoUntil }: Opened): boolean {
    return undoUntil !== null && (choice === 'undo' || choice === 'answer');
  }

  async act(taskId: string, said: Said): Promise<Spent> {
    const row = await this.queries.one(taskId);
    if (!row) throw unknownLink();
    return this.doings[said.choice](row, said);
  }

  /** What each choice is on the signed-in way. No reason has to be given: one tap is enough. */
  private readonly doings: { readonly [C in Said['choice']]: (row: TaskRow, said: Said) => Promise<Spent> } =
    {
      done: async ({ id, version }, { evidence }) => {
        await this.tasks.change(id, { state: 'done', evidence }, version);
        return { as: 'done' };
      },
      cannot: async ({ id, version }, { reason = 'prefer-not-to-say' }) => {
        await this.tasks.change(id, { state: 'cannot', reason }, version);
        return { as: 'cannot' };
      },
      'pass-on': async ({ id, version }, { reason }) => {
        await this.tasks.passOn(id, { reason }, version);
        return { as: 'pass-on' };
      },
      later: async ({ id, version }, { days = DAYS }) => {
        await this.tasks.later(id, { days }, version);
        return 'kept';
      },
      answer: async ({ id }, { evidence = {} }) => {
        const { notYet } = await this.tasks.answer(id, evidence);
        // It was taken back with it, so it may be ticked by the same link.
        return notYet.length > 0 ? 'given-back' : 'kept';
      },
      undo: async ({ id, version }) => {
        await this.tasks.change(id, { state: 'open' }, version);
        return 'given-back';
      },
    };
}

const isOver = ({ state }: HandoverTaskView, list: string): boolean =>
  isSettled(state) || list === 'closed' || list === 'declined';

function choicesOf(task: HandoverTaskView, state: 'ready' | 'used'): string[] {
  const undo = task.undoUntil ? ['undo'] : [];
  if (state === 'used')
    return task.undoUntil && task.state === 'done' && task.asks.length > 0 ? [...undo, 'answer'] : undo;
  return task.mayChange ? [...toDo(task), ...undo] : undo;
}

/** What somebody could not do is done, or left. */
const toDo = ({ state, mayLater }: HandoverTaskView): readonly string[] => {
  if (state === 'cannot' || state === 'passed-on') return ['done'];
  return ['done', 'cannot', 'pass-on', ...(mayLater ? ['later'] : [])];
};

const subjectOf = (task: HandoverTaskView): Opened['subject'] => ({
  title: task.title,
  key: task.ownWords ? null : task.key,
  why: task.why,
  about: neutralName(task.programmeName) ?? null,
  dueOn: task.dueOn,
  on: null,
});
