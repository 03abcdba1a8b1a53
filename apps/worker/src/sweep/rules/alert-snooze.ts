import { append } from '@followon/shared/db/ledger/append';
import type { ClockedAlert } from '../../alerts/alert-clocks.js';
import { alertTermsOf, armNextStages, CLOCKED } from '../../alerts/alert-clocks.js';
import type { AlertSubject } from '../../alerts/open-alert.js';
import { saidOf } from '../../alerts/open-alert.js';
import type { SweepRule } from '../sweep-rule.js';

type Row = ClockedAlert & AlertSubject & { readonly cause: 'fading' };

const WAKE = `
  update alert a set state = 'open', snoozed_until = null, snoozed_by = null, acknowledged_at = null, acknowledged_by = null, stage_at = $3
  where a.id = $1 and a.state = 'acknowledged' and a.snoozed_until = $2::date
  returning ${CLOCKED}, a.group_id as "groupId", a.programme_id as "programmeId", a.cause`;

/**
 * The day to which an alert was put off: it stands in the inbox again. Nobody gets a message, because nothing has come to be
 * true; the clock of the next stage starts anew.
 */
export const alertSnooze: SweepRule = {
  rule: 'alert-snooze',
  afterDowntime: 'catch up',
  async sweep({ subject_id, site_id, occurrence }, { manager, now }) {
    const [[alert]]: [Row[], number] = await manager.query(WAKE, [subject_id, occurrence, now]);
    if (!alert) return 'it was put off to another day, or is over';
    const { stream, ids } = saidOf(alert);
    await append(manager, {
      ...{ name: 'alert.snooze-ended.v1', streamId: stream.id, streamKind: stream.kind, siteId: site_id },
      ...{ occurredAt: now, payload: { alertId: subject_id, ...ids, cause: alert.cause } },
    });
    await armNextStages(manager, [alert], { site: await alertTermsOf(manager, site_id) });
    return 'it is open again';
  },
};
