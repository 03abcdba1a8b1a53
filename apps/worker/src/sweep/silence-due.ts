import type { NewDue } from '@followon/shared/db/due/arm-due';
import { addDays, weekday } from '@followon/shared/rules/calendar/civil-date';
import { londonDate, londonInstant } from '@followon/shared/rules/calendar/london';

/** Begins the occurrence of a look that newly saved marks bring; their version follows. */
export const POLICY = 'policy-';

const NEXT_MONDAY = 8;

/** Silence is looked at on Monday mornings: the next one after today. */
export function silenceDue({ siteId, groupId, now }: { siteId: string; groupId: string; now: Date }): NewDue {
  const today = londonDate(now);
  const monday = addDays(today, NEXT_MONDAY - weekday(today));
  const dueAt = londonInstant(monday, '07:00');
  return { rule: 'silence', siteId, streamId: groupId, subjectId: groupId, occurrence: monday, dueAt };
}
