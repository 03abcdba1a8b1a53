import { armDue } from '@followon/shared/db/due/arm-due';
import { londonDate, londonInstant } from '@followon/shared/rules/calendar/london';
import { momentsOf } from '@followon/shared/rules/nudge/moments';
import { areYouReady } from '@followon/shared/rules/nudge/nudges/are-you-ready';
import { roleHoldersOf } from '../../nudges/recipients.js';
import { planFromSweep } from '../plan-from-sweep.js';
import type { SweepRule } from '../sweep-rule.js';

const RESTS = `select 1 from follow_on_group where id = $1 and state = 'resting' and resting_until = $2 for update`;
/** The break goes on until somebody says otherwise: days of waiting for an answer are no silence. */
const GOES_ON = `update group_rest set until_on = null where group_id = $1 and until_on = $2::date`;

/**
 * The first day back, and two weeks later once more: the contact people are asked if they are ready. A group never starts
 * again by itself; it rests until its people say so.
 */
export const restOver: SweepRule = {
  rule: 'rest-over',
  afterDowntime: 'catch up',
  async sweep(due, context) {
    const { manager, now } = context;
    const { subject_id: groupId, site_id: siteId, stream_id: streamId, occurrence } = due;
    const [until = '', again] = occurrence.split('/');
    const rests: unknown[] = await manager.query(RESTS, [groupId, until]);
    if (rests.length === 0) return 'the group is not resting until this day';
    await manager.query(GOES_ON, [groupId, until]);
    const [first, second] = momentsOf(areYouReady, until);
    const moment = again === undefined ? first : second;
    if (!moment) throw new Error(`${areYouReady.key} has no moment`);
    if (again === undefined && second) {
      const next = { rule: 'rest-over', siteId, streamId, subjectId: groupId, occurrence: `${until}/again` };
      await armDue(manager, [{ ...next, dueAt: londonInstant(second.on, '07:00') }]);
    }
    const to = await roleHoldersOf(manager, groupId, { kinds: ['contact'], today: londonDate(now) });
    const plan = { nudge: areYouReady, subjectId: groupId, moment, to, figures: { on: until } };
    const occasion = `${until}/${moment.offsetDays}`;
    return planFromSweep(due, { ...plan, occasion, cause: 'group.rested.v1' }, context);
  },
};
