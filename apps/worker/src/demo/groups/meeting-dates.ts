import { addDays, weekday } from '@followon/shared/rules/calendar/civil-date';
import type { GroupPlan } from './group-plan.js';

const WEEK = 7;
const PLANNED_AHEAD = 3;
const CHRISTMAS = ['12-25', '12-26'];

export const isChristmas = (on: string): boolean => CHRISTMAS.includes(on.slice(5));

export interface GroupDates {
  /** Before today, oldest first. */
  readonly past: readonly string[];
  /** Today or later, soonest first; empty for a group that is not meeting. */
  readonly planned: readonly string[];
}

/** When a group met and means to meet. A weekly group loses a Christmas date, the others meet a week earlier. */
export function meetingDates(plan: GroupPlan, today: string): GroupDates {
  const { everyDays, firstMeetingInDays, weeksOfHistory } = plan;
  if (firstMeetingInDays !== undefined) return { past: [], planned: [addDays(today, firstMeetingInDays)] };

  const latest = latestDate(plan, today);
  const first = addDays(today, -WEEK * weeksOfHistory);
  const back = stepsBack(plan, latest, first);
  const ahead = Array.from({ length: PLANNED_AHEAD }, (_, index) => addDays(latest, everyDays * (index + 1)));
  const moved = [...back.reverse(), ...ahead].map((on) => (everyDays > WEEK ? notAtChristmas(on) : on));
  const dates = [...new Set(moved)];
  const stopsOn = lastPossible(plan, today);
  return {
    past: dates.filter((on) => on < today && on <= stopsOn),
    planned: stopsOn < today ? [] : dates.filter((on) => on >= today),
  };
}

function latestDate({ weekday: day, weeksBack = 0 }: GroupPlan, today: string): string {
  const daysBack = day === 'yesterday' ? 1 : (weekday(today) - day + WEEK) % WEEK || WEEK;
  return addDays(today, -daysBack - WEEK * weeksBack);
}

const notAtChristmas = (on: string): string => (isChristmas(on) ? addDays(on, -WEEK) : on);

function stepsBack(plan: GroupPlan, latest: string, first: string): string[] {
  const dates: string[] = [];
  for (let on = latest; on >= first; on = addDays(on, -stepBefore(plan, dates.length))) dates.push(on);
  return dates;
}

/** Days between the latest `meetings` dates and the one before them. */
const stepBefore = ({ everyDays, monthlyMeetings }: GroupPlan, meetings: number): number =>
  monthlyMeetings !== undefined && meetings >= monthlyMeetings ? WEEK : everyDays;

const EVER = '9999-12-31';

function lastPossible({ silentForDays, rest, closedDaysAgo }: GroupPlan, today: string): string {
  const daysAgo = silentForDays ?? closedDaysAgo ?? (rest && rest.fromDaysAgo + 1);
  return daysAgo === undefined ? EVER : addDays(today, -daysAgo);
}
