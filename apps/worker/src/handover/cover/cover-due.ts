import type { NewDue } from '@followon/shared/db/due/arm-due';
import { addDays } from '@followon/shared/rules/calendar/civil-date';
import { londonInstant } from '@followon/shared/rules/calendar/london';
import type { RunningBreak } from './cover-break.js';

/** The next look at what has moved into a break since: every morning before anybody is reminded of anything. */
export function coverDue({ site_id, volunteer_id }: RunningBreak, today: string): NewDue {
  const occurrence = addDays(today, 1);
  return {
    ...{ rule: 'break-cover', siteId: site_id, streamId: site_id, subjectId: volunteer_id, occurrence },
    dueAt: londonInstant(occurrence, '06:15'),
  };
}
