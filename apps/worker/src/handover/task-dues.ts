import type { NewDue } from '@followon/shared/db/due/arm-due';
import { addDays } from '@followon/shared/rules/calendar/civil-date';
import { londonInstant } from '@followon/shared/rules/calendar/london';
import type { Look } from '@followon/shared/rules/handover/reminders';
import { looksAt } from '@followon/shared/rules/handover/reminders';
import { taskDigest } from '@followon/shared/rules/nudge/nudges/task-digest';

interface DatedTask {
  readonly id: string;
  readonly key: string;
  readonly dueOn: string;
  readonly ownerRole: string;
}

interface Place {
  readonly siteId: string;
  /** The programme's or the group's. */
  readonly streamId: string;
  readonly now: Date;
}

/**
 * When the sweeps first look at a task; each look arms the next, so that a task has one day in the diary and not one for
 * each. The product's own tasks are looked at by nobody: a fact ticks them.
 */
export function taskDues(tasks: readonly DatedTask[], { now, ...place }: Place): NewDue[] {
  return tasks
    .filter(({ ownerRole }) => ownerRole !== 'system')
    .flatMap((task) =>
      looksAt(task)
        .filter((look) => isOfUse(look, task, now))
        .slice(0, 1)
        .map((look) => dueOf(look, task, place)),
    );
}

/** The look that follows one of these; none after the last, and none after a day that somebody put a task off to. */
export function nextLook(
  task: Omit<DatedTask, 'ownerRole'>,
  after: Look,
  place: Omit<Place, 'now'>,
): NewDue[] {
  const looks = looksAt(task);
  const at = looks.findIndex(
    ({ rule, offsetDays }) => rule === after.rule && offsetDays === after.offsetDays,
  );
  return (at < 0 ? [] : looks.slice(at + 1, at + 2)).map((look) => dueOf(look, task, place));
}

/** A reminder that comes days late helps nobody; that a task is late has to be said all the same. */
const isOfUse = ({ rule, offsetDays }: Look, { dueOn }: DatedTask, now: Date): boolean =>
  rule === 'task-overdue' || londonInstant(addDays(dueOn, offsetDays + taskDigest.useByDays), '18:00') > now;

/** An hour before the messages of the day leave. */
const dueOf = (
  { rule, offsetDays }: Look,
  { id, dueOn }: Omit<DatedTask, 'ownerRole'>,
  { siteId, streamId }: Omit<Place, 'now'>,
): NewDue => ({
  ...{ rule, siteId, streamId, subjectId: id },
  occurrence: rule === 'task-overdue' ? dueOn : `${dueOn}/${offsetDays}`,
  dueAt: londonInstant(addDays(dueOn, offsetDays), '07:00'),
});
