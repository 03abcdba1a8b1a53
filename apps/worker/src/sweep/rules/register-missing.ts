import { append } from '@followon/shared/db/ledger/append';
import type { SweepRule } from '../sweep-rule.js';

const UNREPORTED = `select from meeting where id = $1 and outcome = 'planned' and held_on = $2 for update`;

/**
 * The day after a planned meeting nobody has said how it went. The meeting stays planned: whether it took place is
 * unknown, so it neither counts as one that did nor ends the silence.
 */
export const registerMissing: SweepRule = {
  rule: 'register-missing',
  afterDowntime: 'catch up',
  async sweep({ stream_id, site_id, subject_id, occurrence }, { manager, now }) {
    const unreported: unknown[] = await manager.query(UNREPORTED, [subject_id, occurrence]);
    if (unreported.length === 0) return 'somebody has said how it went';
    const payload = { groupId: stream_id, meetingId: subject_id, on: occurrence };
    await append(manager, {
      name: 'register.missing.v1',
      streamId: stream_id,
      siteId: site_id,
      payload,
      occurredAt: now,
    });
    return 'the register is missing';
  },
};
