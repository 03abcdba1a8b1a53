import { londonDate } from '@followon/shared/rules/calendar/london';
import { isOverdue } from '@followon/shared/rules/handover/late-tasks';
import { termsOf } from '../../handover/site-terms.js';
import { startClocks } from '../../handover/stage-clocks.js';
import { tellStage } from '../../handover/tell-stage.js';
import { loadTask, whyQuiet } from '../../nudges/task-owners.js';
import type { SweepRule } from '../sweep-rule.js';

const CLOCK = `select due_at > $4 as runs from task_stage where task_id = $1 and due_on = $2 and stage = $3`;

/** A clock of a late task has run out: the volunteer lead hears of it, or the site administrator. */
export const taskEscalation: SweepRule = {
  rule: 'task-escalation',
  afterDowntime: 'catch up',
  async sweep(due, { manager, now }) {
    const [dueOn, name] = due.occurrence.split('/');
    const stage = (['lead', 'site-admin'] as const).find((known) => known === name);
    if (!stage) throw new Error(`due row ${due.id} names no stage`);
    const task = await loadTask(manager, due.subject_id, 'lock');
    if (!task || task.due_on !== dueOn) return 'the task has moved';
    const quiet = whyQuiet(task);
    if (quiet !== undefined) return quiet;
    if (!isOverdue({ state: task.state, dueOn }, londonDate(now))) return 'the task is not late';

    await startClocks(manager, task, await termsOf(manager, due.site_id)); // one that was late before there were clocks
    const [clock]: { runs: boolean }[] = await manager.query(CLOCK, [task.id, dueOn, stage, now]);
    if (clock?.runs) return 'it has another clock now';
    return tellStage(task, stage, { manager, now });
  },
};
