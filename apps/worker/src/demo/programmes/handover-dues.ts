import type { NewDue } from '@followon/shared/db/due/arm-due';
import { addDays } from '@followon/shared/rules/calendar/civil-date';
import { londonInstant } from '@followon/shared/rules/calendar/london';
import { defaultEscalationDays } from '@followon/shared/rules/handover/late-tasks';
import { taskDues } from '../../handover/task-dues.js';
import type { Stream } from '../facts.js';
import type { StandingHandover, StandingTask } from './standing-handover.js';

const STAGES = ['lead', 'site-admin'] as const;

/** The days that the worker would have put into its diary by now for the tasks that are still undone. */
export function handoverDues({ tasks }: StandingHandover, { streamId, siteId }: Stream, now: Date): NewDue[] {
  const place = { siteId, streamId, now };
  return tasks
    .filter(({ state }) => state !== 'done')
    .flatMap((task) => {
      const dues = taskDues([task], place);
      if (task.state === 'open') return dues;
      return [
        ...dues.filter(({ rule }) => rule !== 'task-overdue'),
        ...escalations(task, { siteId, streamId }),
      ];
    });
}

function escalations({ id, dueOn, escalatedTo }: StandingTask, stream: Stream): NewDue[] {
  const toTell = escalatedTo === null ? STAGES : STAGES.slice(STAGES.indexOf(escalatedTo) + 1);
  return toTell.map((stage) => ({
    ...{ ...stream, rule: 'task-escalation', subjectId: id, occurrence: `${dueOn}/${stage}` },
    dueAt: londonInstant(addDays(dueOn, defaultEscalationDays[stage]), '07:00'),
  }));
}
