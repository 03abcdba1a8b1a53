import { append } from '@followon/shared/db/ledger/append';
import { londonDate } from '@followon/shared/rules/calendar/london';
import type { SweepRule } from '../sweep-rule.js';

const STILL_OPEN = `select from group_health where group_id = $1 and ask ->> 'askOn' = $2`;

/** A few days after a group was expected: the silence is judged, and asked about, unless something was heard meanwhile. */
export const didYouMeet: SweepRule = {
  rule: 'did-you-meet',
  afterDowntime: 'merge',
  async sweep({ subject_id, site_id, occurrence }, { manager, now }) {
    const open: unknown[] = await manager.query(STILL_OPEN, [subject_id, occurrence]);
    if (open.length === 0) return 'the group was heard of';
    const payload = { groupId: subject_id, on: londonDate(now) };
    const silence = { name: 'silence.due.v1', streamId: subject_id, siteId: site_id, payload } as const;
    await append(manager, { ...silence, occurredAt: now });
    return 'nobody has said whether the group met';
  },
};
