import { append } from '@followon/shared/db/ledger/append';
import { loadProgramme } from '../../handover/programme-facts.js';
import type { SweepRule } from '../sweep-rule.js';

/** Four weeks before the last session; a day that was armed before the programme moved says nothing. */
export const programmeFinishing: SweepRule = {
  rule: 'programme-finishing',
  afterDowntime: 'catch up',
  async sweep({ stream_id, site_id, occurrence }, { manager, now }) {
    const programme = await loadProgramme(manager, stream_id);
    if (programme.handover_id) return 'the checklist is open already';
    if (programme.last_session_on !== occurrence) return 'the programme has moved';
    const payload = { programmeId: stream_id, lastSessionOn: occurrence };
    await append(manager, {
      name: 'programme.finishing.v1',
      streamId: stream_id,
      siteId: site_id,
      payload,
      occurredAt: now,
    });
    return 'the programme is finishing';
  },
};
