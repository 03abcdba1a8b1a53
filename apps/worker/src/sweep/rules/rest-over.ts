import { append } from '@followon/shared/db/ledger/append';
import { londonDate } from '@followon/shared/rules/calendar/london';
import type { SweepRule } from '../sweep-rule.js';

const RESUME = `
  update follow_on_group g set resting_until = null, version = version + 1,
    state = case when exists (select from meeting m where m.group_id = g.id and m.outcome = 'held') then 'meeting' else 'forming' end
  where id = $1 and state = 'resting' and resting_until <= $2 returning resting_until`;

/** The first day back: the group is taken to meet again, or to begin if it never met, and its clocks go on. */
export const restOver: SweepRule = {
  rule: 'rest-over',
  afterDowntime: 'catch up',
  async sweep({ subject_id, site_id }, { manager, now }) {
    const on = londonDate(now);
    const [resumed]: [unknown[], number] = await manager.query(RESUME, [subject_id, on]);
    if (resumed.length === 0) return 'the group is not resting until this day';
    await manager.query(
      'update group_rest set until_on = $2 where group_id = $1 and until_on is null and from_on <= $2',
      [subject_id, on],
    );
    const payload = { groupId: subject_id, on };
    await append(manager, {
      name: 'group.resumed.v1',
      streamId: subject_id,
      siteId: site_id,
      payload,
      occurredAt: now,
    });
    return 'the group is back';
  },
};
