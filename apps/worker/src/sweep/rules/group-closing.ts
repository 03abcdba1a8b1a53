import { append } from '@followon/shared/db/ledger/append';
import type { SweepRule } from '../sweep-rule.js';

const LOCK = `select closing_how as how from follow_on_group where id = $1 and closing_on = $2 for update`;
const REST = `
  update group_rest set until_on = greatest(from_on, $2::date) where group_id = $1 and (until_on is null or until_on > $2::date)`;
const CLOSE = `
  update follow_on_group set state = closing_how, closed_on = closing_on, closing_on = null, closing_how = null, resting_until = null,
    version = version + 1
  where id = $1`;
const WITHDRAW = `
  update group_merge set state = 'withdrawn' where state = 'asked' and $1 in (from_group_id, into_group_id)`;

/** The day after the last day that a group announced. */
export const groupClosing: SweepRule = {
  rule: 'group-closing',
  afterDowntime: 'catch up',
  async sweep({ subject_id, site_id, occurrence: on }, { manager, now }) {
    const [group]: { how: 'closed-well' | 'closed' }[] = await manager.query(LOCK, [subject_id, on]);
    if (!group) return 'the group goes on, or ends on another day';
    await manager.query(REST, [subject_id, on]);
    await manager.query(CLOSE, [subject_id]);
    await manager.query(WITHDRAW, [subject_id]);
    const payload = { groupId: subject_id, on, how: group.how };
    const said = { name: 'group.closed.v1', streamId: subject_id, siteId: site_id, payload } as const;
    await append(manager, { ...said, occurredAt: now });
    return 'the group has ended, as it said it would';
  },
};
