import { append } from '@followon/shared/db/ledger/append';
import { loadProgramme } from '../../handover/programme-facts.js';
import type { SweepRule } from '../sweep-rule.js';

/** Whoever's account is closed, or who belongs to the site no more, stands beside nobody. */
const FLAG = `
  update handover h set without_ptv = true, version = h.version + 1 from programme p
  where h.id = $1 and p.id = h.programme_id and h.state = 'open' and not h.without_ptv and h.route <> 'none'
    and not exists (select from account a join membership m on m.account_id = a.id and m.site_id = p.site_id
      where a.id = p.ptv_id and a.disabled_at is null)
  returning h.id`;

/** The search for a volunteer has had its time: the lead and the administrators hear of it while something can be done. */
export const handoverWithoutPtv: SweepRule = {
  rule: 'handover-without-ptv',
  afterDowntime: 'catch up',
  async sweep({ stream_id, site_id, subject_id, occurrence }, { manager, now }) {
    const { last_session_on } = await loadProgramme(manager, stream_id);
    if (last_session_on !== occurrence) return 'the programme has moved';
    const [flagged]: [unknown[], number] = await manager.query(FLAG, [subject_id]);
    if (flagged.length === 0) return 'there is a volunteer, or none is needed';
    await append(manager, {
      name: 'handover.without-ptv.v1',
      ...{ streamId: stream_id, siteId: site_id, occurredAt: now },
      payload: { programmeId: stream_id, handoverId: subject_id },
    });
    return 'the handover goes on without a volunteer';
  },
};
