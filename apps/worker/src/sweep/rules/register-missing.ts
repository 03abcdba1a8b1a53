import { append } from '@followon/shared/db/ledger/append';
import type { SweepRule } from '../sweep-rule.js';

const MISSING = `
  update meeting set outcome = 'missing' where id = $1 and outcome = 'planned' and held_on = $2 returning group_id`;

/** The day after a planned meeting nobody has said how it went: that is no news, never a zero. */
export const registerMissing: SweepRule = {
  rule: 'register-missing',
  afterDowntime: 'catch up',
  async sweep({ stream_id, site_id, subject_id, occurrence }, { manager, now }) {
    const [missing]: [{ group_id: string }[], number] = await manager.query(MISSING, [subject_id, occurrence]);
    if (!missing[0]) return 'the register is there';
    const payload = { groupId: stream_id, meetingId: subject_id, on: occurrence };
    await append(manager, { name: 'register.missing.v1', streamId: stream_id, siteId: site_id, payload, occurredAt: now });
    return 'the register is missing';
  },
};
