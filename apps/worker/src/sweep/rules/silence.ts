import { armDue } from '@followon/shared/db/due/arm-due';
import { append } from '@followon/shared/db/ledger/append';
import { londonDate } from '@followon/shared/rules/calendar/london';
import { armRounds } from '../rounds.js';
import { POLICY, silenceDue } from '../silence-due.js';
import type { SweepRule } from '../sweep-rule.js';

const LISTENED = ['forming', 'meeting', 'unknown'];

const GROUP = `
  select g.state, p.version::text as newest from follow_on_group g left join site_policy p on p.site_id = g.site_id where g.id = $1`;

/** A look by the marks of a version that is not the newest any more. */
const isOutdated = (occurrence: string, newest: string | null): boolean =>
  newest !== null &&
  occurrence.startsWith(POLICY) &&
  Number(occurrence.slice(POLICY.length)) < Number(newest);

/** Every Monday: how long is it since the group was heard of? After downtime one look is enough. */
export const silence: SweepRule = {
  rule: 'silence',
  afterDowntime: 'merge',
  async sweep({ subject_id, site_id, occurrence }, { manager, now }) {
    const [group]: { state: string; newest: string | null }[] = await manager.query(GROUP, [subject_id]);
    if (!group || !LISTENED.includes(group.state))
      return `nobody listens for a group that is ${group?.state ?? 'gone'}`;
    if (isOutdated(occurrence, group.newest)) return 'newer marks were saved: they bring a look of their own';
    await armDue(manager, [silenceDue({ siteId: site_id, groupId: subject_id, now })]);
    await armRounds(manager, { siteId: site_id, groupId: subject_id, now });
    const payload = { groupId: subject_id, on: londonDate(now) };
    await append(manager, {
      name: 'silence.due.v1',
      streamId: subject_id,
      siteId: site_id,
      payload,
      occurredAt: now,
    });
    return 'listened';
  },
};
