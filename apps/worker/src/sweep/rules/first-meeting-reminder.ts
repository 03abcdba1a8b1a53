import { londonDate } from '@followon/shared/rules/calendar/london';
import { momentsOf } from '@followon/shared/rules/nudge/moments';
import { firstMeetingSoon } from '@followon/shared/rules/nudge/nudges/first-meeting-soon';
import { membersOf, roleHoldersOf } from '../../nudges/recipients.js';
import { planFromSweep } from '../plan-from-sweep.js';
import type { SweepRule } from '../sweep-rule.js';

/** Five days and two days before a group's first meeting: those who asked for it, and its contact people. */
export const firstMeetingReminder: SweepRule = {
  rule: 'first-meeting-reminder',
  afterDowntime: 'catch up',
  async sweep(due, { manager, now }) {
    const [on, offset] = due.occurrence.split('/');
    const [meeting]: { outcome: string; held_on: string }[] = await manager.query(
      'select outcome, held_on from meeting where id = $1',
      [due.subject_id],
    );
    if (meeting?.outcome !== 'planned' || meeting.held_on !== on) return 'the meeting has moved';
    const moment = momentsOf(firstMeetingSoon, on).find(({ offsetDays }) => offsetDays === Number(offset));
    if (!moment) return 'no such moment any more';

    const today = londonDate(now);
    const holders = await roleHoldersOf(manager, due.stream_id, { kinds: ['contact', 'host'], today });
    const isHolder = new Set(holders.map(({ personId }) => personId));
    const members = (await membersOf(manager, due.stream_id, today)).filter(
      ({ personId }) => !isHolder.has(personId),
    );
    const plan = {
      nudge: firstMeetingSoon,
      subjectId: due.subject_id,
      moment,
      to: [...holders, ...members],
      figures: { on },
    };
    return planFromSweep(due, { ...plan, cause: 'meeting.planned.v1' }, { manager, now });
  },
};
