import { addDays } from '../calendar/civil-date.js';
import type { Country } from '../calendar/country.js';
import { rollBack, rollForward } from '../calendar/working-days.js';
import type { TaskTemplate } from './task.js';

/** How long after the last session a first meeting is expected while the group has not fixed one. */
export const FIRST_MEETING_ESTIMATE_DAYS = 28;

/** What the days of a list hang on, and whose holidays they keep clear of. */
export type Anchors = {
  readonly lastSessionOn: string;
  readonly firstMeetingOn?: string | undefined;
  /** The country of the site. */
  readonly country: Country;
};

/**
 * The working day of the site's country on which a task is due. Offsets are calendar days; a day off is moved back when the task comes
 * before its anchor and on when it comes on or after it, so that "before the last session" stays before it.
 */
export function dueDate(task: Pick<TaskTemplate, 'anchor' | 'dueOffsetDays'>, anchors: Anchors): string {
  const { country } = anchors;
  const day = addDays(anchorDay(task.anchor, anchors), task.dueOffsetDays);
  return task.dueOffsetDays < 0 ? rollBack(day, country) : rollForward(day, country);
}

function anchorDay(anchor: TaskTemplate['anchor'], { lastSessionOn, firstMeetingOn }: Anchors): string {
  if (anchor === 'last-session') return lastSessionOn;
  return firstMeetingOn ?? addDays(lastSessionOn, FIRST_MEETING_ESTIMATE_DAYS);
}
