import type { MeetingView } from '@followon/shared/contract/meetings';
import type { Figures } from '@followon/shared/rules/disclosure/show-group';
import type { MeetingRow } from './meeting-queries.js';

/** One meeting for one reader: numbers inside the group's ring, marks when they were read for its contact. */
export function meetingView({ siteId: _, marks, ...row }: MeetingRow, figures: Figures): MeetingView {
  const counts = figures === 'whole' ? {} : { headcount: null, newcomers: null };
  return {
    ...row,
    ...counts,
    recordedAt: row.recordedAt?.toISOString() ?? null,
    ...(marks && { marks }),
  };
}
