import { addDays } from '../calendar/civil-date.js';
import type { Country } from '../calendar/country.js';
import { nextWorkingDay, rollForward } from '../calendar/working-days.js';
import type { EscalationStage } from './escalation-facts.js';
import { SIGN_OFF_TASK } from './sign-off.js';
import { isSettled } from './task-states.js';
import type { TaskState } from './task-states.js';

export type DatedTask = { readonly state: TaskState; readonly dueOn: string };

/** Calendar days late after which somebody else is told; a site may change both. */
export type EscalationDays = { readonly lead: number; readonly 'site-admin': number };
export const defaultEscalationDays: EscalationDays = { lead: 3, 'site-admin': 7 };

/** What the clocks of late tasks hang on at a site. */
export type EscalationTerms = { readonly days: EscalationDays; readonly country: Country };

export type StageDay = { readonly stage: EscalationStage; readonly on: string };

/** Late from the day after its due date, whoever it is with, until it is done or does not apply. */
export const isOverdue = ({ state, dueOn }: DatedTask, today: string): boolean =>
  !isSettled(state) && dueOn < today;

/**
 * The day on which each stage of a late task is reached, on working days of the site. A sign-off that is late is the
 * clinician's alone until the site's days are over, and in any case until a working day after the clinician heard of it.
 */
export function stageDays(
  { key, dueOn }: { readonly key: string; readonly dueOn: string },
  { days, country }: EscalationTerms,
): StageDay[] {
  const late = addDays(dueOn, 1);
  const after = (count: number) => rollForward(addDays(dueOn, Math.max(1, count)), country);
  const earliest = key === SIGN_OFF_TASK ? nextWorkingDay(rollForward(late, country), country) : late;
  const lead = latest(earliest, after(days.lead));
  return [
    { stage: 'owner', on: late },
    { stage: 'lead', on: lead },
    { stage: 'site-admin', on: latest(lead, after(days['site-admin'])) },
  ];
}

/** Everyone who should know of this late task by now; empty while it is not late. Tell those not told before. */
export function escalatedTo(
  task: DatedTask & { readonly key: string },
  today: string,
  terms: EscalationTerms,
): EscalationStage[] {
  if (!isOverdue(task, today)) return [];
  return stageDays(task, terms)
    .filter(({ on }) => on <= today)
    .map(({ stage }) => stage);
}

const latest = (one: string, other: string): string => (one > other ? one : other);
