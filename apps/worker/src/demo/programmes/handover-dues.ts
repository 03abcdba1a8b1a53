import type { NewDue } from '@followon/shared/db/due/arm-due';
import { londonInstant } from '@followon/shared/rules/calendar/london';
import type { EscalationStage } from '@followon/shared/rules/handover/escalation-facts';
import { defaultEscalationDays, stageDays } from '@followon/shared/rules/handover/late-tasks';
import { nextLook, taskDues } from '../../handover/task-dues.js';
import type { Stream } from '../facts.js';
import type { StandingHandover, StandingTask } from './standing-handover.js';

const STAGES: readonly EscalationStage[] = ['lead', 'site-admin'];
const TERMS = { days: defaultEscalationDays, country: 'england' } as const;

/** The days that the worker would have put into its diary by now for the tasks that are still undone. */
export function handoverDues({ tasks }: StandingHandover, { streamId, siteId }: Stream, now: Date): NewDue[] {
  const place = { siteId, streamId, now };
  return tasks
    .filter(({ state }) => state !== 'done')
    .flatMap((task) => {
      if (task.state === 'open') return taskDues([task], place);
      const reminders = nextLook(task, { rule: 'task-overdue', offsetDays: 1 }, place);
      return [...reminders.filter(({ dueAt }) => dueAt > now), ...escalations(task, { siteId, streamId })];
    });
}

function escalations({ id, key, dueOn, escalatedTo }: StandingTask, stream: Stream): NewDue[] {
  const told = escalatedTo === null ? [] : STAGES.slice(0, STAGES.indexOf(escalatedTo) + 1);
  return stageDays({ key, dueOn }, TERMS)
    .filter(({ stage }) => stage !== 'owner' && !told.includes(stage))
    .map(({ stage, on }) => ({
      ...{ ...stream, rule: 'task-escalation', subjectId: id, occurrence: `${dueOn}/${stage}` },
      dueAt: londonInstant(on, '07:00'),
    }));
}
