import { append } from '@followon/shared/db/ledger/append';
import { armedFor } from '../../handover/armed-for.js';
import { loadProgramme } from '../../handover/programme-facts.js';
import type { SweepRule } from '../sweep-rule.js';

const DECLINE = `
  update handover h set state = 'declined', declined_on = $2, version = version + 1
  where id = $1 and state = 'open' and route = 'none' returning id`;

/** The last session is over and the group wanted none: a good answer. Nothing more is asked, but once at the review. */
export const handoverDeclined: SweepRule = {
  rule: 'handover-declined',
  afterDowntime: 'catch up',
  async sweep({ stream_id, site_id, subject_id, occurrence }, { manager, now }) {
    const on = armedFor(occurrence);
    const { last_session_on } = await loadProgramme(manager, stream_id);
    if (last_session_on !== on) return 'the programme has moved';
    const [declined]: [unknown[], number] = await manager.query(DECLINE, [subject_id, on]);
    if (declined.length === 0) return 'the group chose another way';
    await append(manager, {
      name: 'handover.declined.v1',
      ...{ streamId: stream_id, siteId: site_id, occurredAt: now },
      payload: { programmeId: stream_id, handoverId: subject_id, on },
    });
    return 'the group wanted none';
  },
};
