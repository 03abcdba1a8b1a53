import { z } from 'zod';
import { TaskReason } from './handovers.js';

export const MOST_REASSIGNED = 200;

/** A task back to where it was: with somebody, or with nobody and set aside as it had been. */
export const TaskMove = z.strictObject({
  taskId: z.uuid(),
  toAccountId: z.uuid().nullable(),
  aside: z.strictObject({ state: z.enum(['cannot', 'passed-on']), reason: TaskReason }).optional(),
});
export type TaskMove = z.infer<typeof TaskMove>;

/** Either tasks that all go to one person, or each its own way: what an answer's `undo` holds. */
export const Reassign = z
  .strictObject({
    taskIds: z.array(z.uuid()).min(1).max(MOST_REASSIGNED).optional(),
    toAccountId: z.uuid().optional(),
    moves: z.array(TaskMove).min(1).max(MOST_REASSIGNED).optional(),
    /** Says what would move and what would not, and writes nothing. */
    preview: z.boolean().optional(),
  })
  .refine(
    ({ taskIds, toAccountId, moves }) =>
      moves ? !taskIds && !toAccountId : taskIds !== undefined && toAccountId !== undefined,
    {
      path: ['taskIds'],
      message: 'Give the tasks and the person they go to, or the moves of an undo; not both.',
    },
  );
export type Reassign = z.infer<typeof Reassign>;

export const SkipReason = z.enum([
  'settled',
  'handover-closed',
  'already-theirs',
  'system-task',
  'not-of-this-site',
  'account-disabled',
  'on-a-break',
  'wrong-role',
  'training-not-written-down',
  'training-expired',
  'checks-not-written-down',
  'checks-expired',
]);
export type SkipReason = z.infer<typeof SkipReason>;

export const ReassignView = z.object({
  preview: z.boolean(),
  moved: z.array(
    z.object({
      taskId: z.uuid(),
      from: z.object({ accountId: z.uuid(), displayName: z.string() }).nullable(),
    }),
  ),
  skipped: z.array(z.object({ taskId: z.uuid(), because: SkipReason })),
  /** Send it to the same address to put everything back; null when nothing moved. */
  undo: z.object({ moves: z.array(TaskMove) }).nullable(),
});
export type ReassignView = z.infer<typeof ReassignView>;
