import { append } from '@followon/shared/db/ledger/append';
import { quieten } from '../../handover/put-away.js';
import type { SweepRule } from '../sweep-rule.js';

const CLOSE = `
  update handover h set state = 'closed', version = h.version + 1 from follow_on_group g
  where g.id = h.group_id and g.id = $1 and g.closed_on = $2 and h.kind = 'closing' and h.state not in ('closed', 'declined') returning h.id`;

/** Nobody is asked for goodbyes four weeks after the last day: what is left on the list is left. */
export const closingListOver: SweepRule = {
  rule: 'closing-list-over',
  afterDowntime: 'catch up',
  async sweep({ subject_id: groupId, site_id, occurrence }, { manager, now }) {
    const [closed]: [{ id: string }[], number] = await manager.query(CLOSE, [groupId, occurrence]);
    const [list] = closed;
    if (!list) return 'the list is put away already';
    await quieten(manager, [list.id]);
    const payload = { groupId, handoverId: list.id, kind: 'closing' } as const;
    const said = { name: 'checklist.closed.v1', streamId: groupId, siteId: site_id, payload } as const;
    await append(manager, { ...said, occurredAt: now });
    return 'put the list for closing away';
  },
};
