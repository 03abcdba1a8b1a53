import { daysBetween } from '../calendar/civil-date.js';
import { isSettled } from './task-states.js';
import type { TaskState } from './task-states.js';

export type DatedTask = { readonly state: TaskState; readonly dueOn: string };

/** Calendar days late after which somebody else is told; a site may change both. */
export type EscalationDays = { readonly lead: number; readonly 'site-admin': number };
export const defaultEscalationDays: EscalationDays = { lead: 3, 'site-admin': 7 };

/** Who has been told so far, in order: the owner at once, then the volunteer lead, then the site administrator. */
export const escalationStages = ['owner', 'lead', 'site-admin'] as const;
export type EscalationStage = (typeof escalationStages)[number];

/** Late from the day after its due date, whoever it is with, until it is done or does not apply. */
export const isOverdue = ({ state, dueOn }: DatedTask, today: string): boolean =>
  !isSettled(state) && dueOn < today;

/** Everyone who should know of this late task by now; empty while it is not late. Tell those not told before. */
export function escalatedTo(
  task: DatedTask,
  today: string,
  afterDays: EscalationDays = defaultEscalationDays,
): EscalationStage[] {
  if (!isOverdue(task, today)) return [];
  const lateDays = daysBetween(task.dueOn, today);
  return escalationStages.filter((stage) => stage === 'owner' || lateDays >= afterDays[stage]);
}
