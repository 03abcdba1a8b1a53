import { append } from '@followon/shared/db/ledger/append';
import { londonDate } from '@followon/shared/rules/calendar/london';
import type { ClockedAlert } from '../../alerts/alert-clocks.js';
import { alertTermsOf, armNextStages, CLOCKED, nextStageOf } from '../../alerts/alert-clocks.js';
import type { AlertSubject } from '../../alerts/open-alert.js';
import { saidOf } from '../../alerts/open-alert.js';
import type { SweepRule } from '../sweep-rule.js';

type Row = ClockedAlert & AlertSubject & { readonly cause: 'fading'; readonly openedEventId: string };

const ALERT = `
  select ${CLOCKED}, a.group_id as "groupId", a.programme_id as "programmeId", a.cause, a.opened_event_id as "openedEventId"
  from alert a where a.id = $1 for update`;

/** The days of an alert's stage are over, and nobody has it in hand: whoever is next hears of it. */
export const alertStage: SweepRule = {
  rule: 'alert-stage',
  afterDowntime: 'catch up',
  async sweep({ subject_id, site_id }, { manager, now }) {
    const [alert]: Row[] = await manager.query(ALERT, [subject_id]);
    if (!alert) return 'the alert is gone';
    if (alert.state !== 'open') return `the alert is ${alert.state}`;
    const site = await alertTermsOf(manager, site_id);
    const next = nextStageOf(alert, site);
    if (!next) return 'nobody more hears of it';
    if (next.on > londonDate(now)) {
      await armNextStages(manager, [alert], { site });
      return 'it has another clock now';
    }
    await manager.query('update alert set stage = $2, stage_at = $3 where id = $1', [
      subject_id,
      next.stage,
      now,
    ]);
    const { stream, ids } = saidOf(alert);
    await append(manager, {
      ...{ name: 'alert.escalated.v1', streamId: stream.id, streamKind: stream.kind, siteId: site_id },
      ...{ occurredAt: now, causedBy: alert.openedEventId },
      payload: { alertId: subject_id, ...ids, cause: alert.cause, to: next.stage },
    });
    await armNextStages(manager, [{ ...alert, stage: next.stage, stageAt: now }], { site });
    return `told on to the ${next.stage}`;
  },
};
