import type { NewEvent } from '@followon/shared/db/ledger/append';
import { addDays } from '@followon/shared/rules/calendar/civil-date';
import { defaultEscalationDays } from '@followon/shared/rules/handover/late-tasks';
import type { Stream } from './facts.js';
import { fact } from './facts.js';
import type { StandingHandover, StandingTask } from './handover-rows.js';

/** What the ledger holds of a checklist; the programme's own facts are put between by their dates. */
export function handoverFacts(handover: StandingHandover, stream: Stream): NewEvent[] {
  const { id: handoverId, programmeId, openedOn, signedOffOn, acceptedOn, closedOn } = handover;
  const about = { programmeId, handoverId };
  return [
    fact(stream, 'handover.opened.v1', { ...about, openedOn }, { at: openedOn }),
    ...handover.tasks.flatMap((task) => taskFacts(task, handoverId, stream)),
    ...(signedOffOn ? [fact(stream, 'handover.signed-off.v1', about, { at: signedOffOn })] : []),
    ...(acceptedOn ? [fact(stream, 'handover.accepted.v1', about, { at: acceptedOn })] : []),
    ...(closedOn ? [fact(stream, 'handover.closed.v1', about, { at: closedOn })] : []),
  ];
}

function taskFacts(task: StandingTask, handoverId: string, stream: Stream): NewEvent[] {
  const { id: taskId, key, dueOn, doneOn, state } = task;
  const about = { handoverId, taskId, key };
  if (doneOn) return [fact(stream, 'handover-task.done.v1', about, { at: doneOn })];
  if (state !== 'overdue') return [];
  const escalations = toldSoFar(task).map((to) =>
    fact(stream, 'handover-task.escalated.v1', { ...about, to }, { at: addDays(dueOn, defaultEscalationDays[to]) }),
  );
  return [fact(stream, 'handover-task.overdue.v1', { ...about, dueOn }, { at: addDays(dueOn, 1) }), ...escalations];
}

const STAGES = ['lead', 'site-admin'] as const;

const toldSoFar = ({ escalatedTo }: StandingTask) =>
  escalatedTo === null ? [] : STAGES.slice(0, STAGES.indexOf(escalatedTo) + 1);
