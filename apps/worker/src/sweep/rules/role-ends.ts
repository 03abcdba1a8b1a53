import { append } from '@followon/shared/db/ledger/append';
import type { SweepRule } from '../sweep-rule.js';

const END = `
  update group_role set until_on = $2 where id = $1 and until_on is null and stepping_down_on = $2::date
  returning group_id, kind`;

/** The day after the last day of somebody who said that they would like to stop. */
export const roleEnds: SweepRule = {
  rule: 'role-ends',
  afterDowntime: 'catch up',
  async sweep({ subject_id, site_id, occurrence }, { manager, now }) {
    const [ended]: [{ group_id: string; kind: string }[], number] = await manager.query(END, [
      subject_id,
      occurrence,
    ]);
    const role = ended[0];
    if (!role) return 'the day has moved, or they stopped before';
    const payload = { groupId: role.group_id, roleId: subject_id, kind: role.kind };
    const about = { streamId: role.group_id, siteId: site_id, occurredAt: now };
    await append(manager, { name: 'role.vacated.v1', ...about, payload });
    return 'the role is free';
  },
};
