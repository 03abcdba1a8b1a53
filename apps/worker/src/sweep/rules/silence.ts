import { armDue } from '@followon/shared/db/due/arm-due';
import { append } from '@followon/shared/db/ledger/append';
import { londonDate } from '@followon/shared/rules/calendar/london';
import { silenceDue } from '../silence-due.js';
import type { SweepRule } from '../sweep-rule.js';

const LISTENED = ['forming', 'meeting', 'unknown'];

/** Every Monday: how long is it since the group was heard of? After downtime one look is enough. */
export const silence: SweepRule = {
  rule: 'silence',
  afterDowntime: 'merge',
  async sweep({ subject_id, site_id }, { manager, now }) {
    const [group]: { state: string }[] = await manager.query(
      'select state from follow_on_group where id = $1',
      [subject_id],
    );
    if (!group || !LISTENED.includes(group.state))
      return `nobody listens for a group that is ${group?.state ?? 'gone'}`;
    await armDue(manager, [silenceDue({ siteId: site_id, groupId: subject_id, now })]);
    const payload = { groupId: subject_id, on: londonDate(now) };
    await append(manager, {
      name: 'silence.due.v1',
      streamId: subject_id,
      siteId: site_id,
      payload,
      occurredAt: now,
    });
    return 'listened';
  },
};
