import { londonDate } from '@followon/shared/rules/calendar/london';
import type { NewEvent } from '@followon/shared/db/ledger/append';
import type { Row } from '../demo-rows.js';
import type { Stream } from '../facts.js';
import { fact } from '../facts.js';
import { demoId } from '../random.js';

interface Said {
  readonly reports: readonly Row[];
  readonly facts: readonly NewEvent[];
}

/** What the group's own people told today: its place is lost. */
export function toldToday(isLost: boolean, { stream, now }: { stream: Stream; now: Date }): Said {
  if (!isLost) return { reports: [], facts: [] };
  const { streamId: groupId, siteId } = stream;
  const on = londonDate(now);
  const report = { reportId: demoId('report', groupId), kind: 'venue-lost', on } as const;
  return {
    reports: [
      {
        id: report.reportId,
        site_id: siteId,
        group_id: groupId,
        kind: report.kind,
        on_date: on,
        created_at: now,
      },
    ],
    facts: [fact({ ...stream, at: now, origin: 'live' }, 'group.reported.v1', { groupId, ...report })],
  };
}
