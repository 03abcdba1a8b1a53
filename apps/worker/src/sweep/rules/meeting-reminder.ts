import { londonDate } from '@followon/shared/rules/calendar/london';
import { momentsOf } from '@followon/shared/rules/nudge/moments';
import { meetingReminder as nudge } from '@followon/shared/rules/nudge/nudges/meeting-reminder';
import { membersOf } from '../../nudges/recipients.js';
import { planFromSweep } from '../plan-from-sweep.js';
import type { SweepRule } from '../sweep-rule.js';

const MEETING = `
  select outcome = 'planned' and held_on = $2::date as stands,
    exists (select from nudge n where n.key = 'first_meeting_soon' and n.subject_id = m.id) as "isCovered"
  from meeting m where m.id = $1`;

/** Two days before a meeting: the members who asked for it. A meeting that moved has a day of its own in the diary. */
export const meetingReminder: SweepRule = {
  rule: 'meeting-reminder',
  afterDowntime: 'catch up',
  async sweep(due, context) {
    const { subject_id, stream_id, occurrence: on } = due;
    const { manager, now } = context;
    const [meeting]: { stands: boolean; isCovered: boolean }[] = await manager.query(MEETING, [
      subject_id,
      on,
    ]);
    if (!meeting?.stands) return 'the meeting has moved or was called off';
    if (meeting.isCovered) return 'the message about the first meeting tells it';
    const [moment] = momentsOf(nudge, on);
    if (!moment || moment.useBy <= now) return 'it is too late to remind anybody';
    const to = await membersOf(manager, stream_id, londonDate(now));
    const about = {
      nudge,
      subjectId: subject_id,
      occasion: `${subject_id}/${on}`,
      moment,
      to,
      figures: { on },
    };
    return planFromSweep(due, { ...about, cause: 'meeting.planned.v1' }, context);
  },
};
