import type { DomainEvent } from '@followon/shared/events/catalogue';
import { londonDate } from '@followon/shared/rules/calendar/london';
import { momentsOf } from '@followon/shared/rules/nudge/moments';
import { taskDue } from '@followon/shared/rules/nudge/nudges/task-due';
import { Injectable } from '@nestjs/common';
import type { Outcome, Reaction, Within } from '../dispatch/reaction.js';
import { planNudges } from './plan-nudges.js';
import { staffOf } from './recipients.js';
import { loadTask, ownersOf } from './task-owners.js';

type Late = 'handover-task.overdue.v1' | 'handover-task.escalated.v1';

/** A late task: its owner hears of it at once, then the volunteer lead, then the site administrator. */
@Injectable()
export class RemindLateTask implements Reaction<Late> {
  readonly reactor = 'nudges';
  readonly name = 'remind-late-task';

  async react(event: DomainEvent<Late>, within: Within): Promise<Outcome> {
    const task = await loadTask(within.manager, event.payload.taskId);
    if (!task) return { skipped: 'the task is gone' };
    const today = londonDate(within.now);
    const to =
      event.name === 'handover-task.overdue.v1'
        ? await ownersOf(within.manager, task, today)
        : await staffOf(within.manager, event.siteId, { roles: [event.payload.to], today });
    const [moment] = momentsOf({ offsetDays: [0], useByDays: taskDue.useByDays }, today);
    if (!moment) throw new Error('a moment of today is missing');
    const figures = { task: task.key, dueOn: task.due_on };
    const late = {
      ...moment,
      offsetDays: event.name === 'handover-task.overdue.v1' ? 1 : DAYS[event.payload.to],
    };
    return planNudges(
      { because: event, nudge: taskDue, subjectId: task.id, to, figures, moment: late },
      within,
    );
  }
}

/** Days late, as the occasion counts them: whoever owns the task and is its lead too hears of the third day once. */
const DAYS = { lead: 3, 'site-admin': 7 } as const;
