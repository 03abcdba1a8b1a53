import { append } from '@followon/shared/db/ledger/append';
import type { SweepRule } from '../sweep-rule.js';

const END = `
  update volunteer_break set ended_on = until_on where volunteer_id = $1 and until_on = $2::date and ended_on is null returning id`;

/** The first day back. A break that was ended early says nothing more. */
export const breakOver: SweepRule = {
  rule: 'break-over',
  afterDowntime: 'catch up',
  async sweep({ subject_id, site_id, occurrence }, { manager, now }) {
    const [ended]: [unknown[], number] = await manager.query(END, [subject_id, occurrence]);
    if (ended.length === 0) return 'the break had ended before';
    const payload = { siteId: site_id, volunteerId: subject_id, on: occurrence };
    const about = { streamId: site_id, siteId: site_id, occurredAt: now };
    await append(manager, { name: 'volunteer.break-ended.v1', ...about, payload });
    return 'the break is over';
  },
};
