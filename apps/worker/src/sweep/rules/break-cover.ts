import { armDue } from '@followon/shared/db/due/arm-due';
import { londonDate } from '@followon/shared/rules/calendar/london';
import { coverBreak, runningBreak } from '../../handover/cover/cover-break.js';
import { coverDue } from '../../handover/cover/cover-due.js';
import { announceGiven } from '../announce-given.js';
import type { SweepRule } from '../sweep-rule.js';

/** What has come due in a break since it began: new lists, moved dates, tasks that somebody was given. */
export const breakCover: SweepRule = {
  rule: 'break-cover',
  afterDowntime: 'merge',
  async sweep({ subject_id, site_id }, { manager, now }) {
    const rest = await runningBreak(manager, subject_id, now);
    if (!rest) return 'the break is over';
    await armDue(manager, [coverDue(rest, londonDate(now))]);
    const given = await coverBreak(manager, rest, now);
    await announceGiven(manager, given, { siteId: site_id, now });
    return `covered ${given.length} tasks`;
  },
};
