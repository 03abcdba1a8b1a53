import { armDue } from '@followon/shared/db/due/arm-due';
import { append } from '@followon/shared/db/ledger/append';
import { londonDate } from '@followon/shared/rules/calendar/london';
import { isOverdue } from '@followon/shared/rules/handover/late-tasks';
import { termsOf } from '../../handover/site-terms.js';
import { startClocks } from '../../handover/stage-clocks.js';
import { nextLook } from '../../handover/task-dues.js';
import { tellStage } from '../../handover/tell-stage.js';
import { loadTask, whyQuiet } from '../../nudges/task-owners.js';
import type { SweepRule } from '../sweep-rule.js';

const LATE = `
  update handover_task set state = 'overdue', version = version + 1 where id = $1 and state = 'open' returning id`;
const LOOK = { rule: 'task-overdue', offsetDays: 1 } as const;

/**
 * The day after a task was due. One that somebody has set aside keeps saying so, but it is late all the same: its clocks
 * start, and where it is with nobody the volunteer lead hears of it at once.
 */
export const taskOverdue: SweepRule = {
  rule: 'task-overdue',
  afterDowntime: 'catch up',
  async sweep(due, { manager, now }) {
    const task = await loadTask(manager, due.subject_id, 'lock');
    if (!task || task.due_on !== due.occurrence) return 'the task has moved';
    const place = { siteId: due.site_id, streamId: due.stream_id };
    await armDue(manager, nextLook({ id: task.id, key: task.key, dueOn: task.due_on }, LOOK, place));
    const quiet = whyQuiet(task);
    if (quiet !== undefined) return quiet;
    if (!isOverdue({ state: task.state, dueOn: task.due_on }, londonDate(now))) return 'the task is not late';

    const [late]: [unknown[], number] = await manager.query(LATE, [task.id]);
    const isNew = await startClocks(manager, task, await termsOf(manager, due.site_id));
    if (late.length === 0 && !isNew) return 'it was late before';
    const payload = { handoverId: task.handover_id, taskId: task.id, key: task.key, dueOn: task.due_on };
    await append(manager, {
      name: 'handover-task.overdue.v1',
      streamId: due.stream_id,
      streamKind: task.stream_kind,
      siteId: due.site_id,
      payload,
      occurredAt: now,
    });
    return tellStage(task, 'owner', { manager, now });
  },
};
