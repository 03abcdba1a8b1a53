import type { NewEvent } from '@followon/shared/db/ledger/append';
import { addDays } from '@followon/shared/rules/calendar/civil-date';
import { defaultEscalationDays } from '@followon/shared/rules/handover/late-tasks';
import type { Stream } from '../facts.js';
import { fact } from '../facts.js';
import type { StandingHandover, StandingTask } from './standing-handover.js';

/** What the ledger holds of a checklist; the programme's own facts are put between by their dates. */
export function handoverFacts(handover: StandingHandover, stream: Stream): NewEvent[] {
  const { id: handoverId, programmeId, openedOn, signedOffOn, acceptedOn, closedOn } = handover;
  const about = { programmeId, handoverId };
  // Reminders of its tasks go back to this fact, so it is live while there are tasks to be reminded of.
  const origin = closedOn ? 'import' : 'live';
  return [
    fact({ ...stream, at: openedOn, origin }, 'handover.opened.v1', { ...about, openedOn }),
    ...handover.tasks.flatMap((task) => taskFacts(task, handoverId, stream)),
    ...(signedOffOn ? [fact({ ...stream, at: signedOffOn }, 'handover.signed-off.v1', about)] : []),
    ...(acceptedOn ? [fact({ ...stream, at: acceptedOn }, 'handover.accepted.v1', about)] : []),
    ...(closedOn ? [fact({ ...stream, at: closedOn }, 'handover.closed.v1', about)] : []),
  ];
}

function taskFacts(task: StandingTask, handoverId: string, stream: Stream): NewEvent[] {
  const { id: taskId, key, dueOn, doneOn, state } = task;
  const about = { handoverId, taskId, key };
  if (doneOn) return [fact({ ...stream, at: doneOn }, 'handover-task.done.v1', about)];
  if (state !== 'overdue') return [];
  const escalations = toldSoFar(task).map((to) =>
    fact({ ...stream, at: addDays(dueOn, defaultEscalationDays[to]) }, 'handover-task.escalated.v1', {
      ...about,
      to,
    }),
  );
  return [
    fact({ ...stream, at: addDays(dueOn, 1) }, 'handover-task.overdue.v1', { ...about, dueOn }),
    ...escalations,
  ];
}

const STAGES = ['lead', 'site-admin'] as const;

const toldSoFar = ({ escalatedTo }: StandingTask) =>
  escalatedTo === null ? [] : STAGES.slice(0, STAGES.indexOf(escalatedTo) + 1);
