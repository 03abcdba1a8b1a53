import type { DeliveryCounts, DifferingReply } from '@followon/shared/contract/deliveries';
import { Injectable } from '@nestjs/common';
import { scopeOf } from '../auth/scope.js';
import { Work } from '../work/work.js';

/**
 * What waits: for a week what nobody could read or place, and for a month another number than the one that stands, until
 * somebody saves the register again. $1 the site, $2 the sites, $3 now.
 */
const WAITING = `
  select a.why, a.at, a.amount, m.id, m.group_id, m.held_on, m.headcount, m.outcome
  from reply_aside a left join meeting m on m.id = a.meeting_id
  where ($1::uuid is null or a.site_id = $1) and a.site_id = any($2::uuid[])
    and ((a.why <> 'differs' and a.at > $3::timestamptz - interval '7 days')
      or (a.why = 'differs' and a.at > $3::timestamptz - interval '30 days' and m.recorded_at <= a.at
        and case when m.outcome = 'held' then a.amount is distinct from m.headcount else a.amount is not null end))`;

const COUNTS = `select why, count(*)::int as count from (${WAITING}) waiting group by why order by why`;
const DIFFERING = `
  select w.group_id as "groupId", g.name as "groupName", w.held_on as "on", w.amount as texted, w.headcount as saved
  from (${WAITING}) w join follow_on_group g on g.id = w.group_id where w.why = 'differs' order by w.at desc, w.id limit 20`;

/** Texts that wait for a person, for those who deal with single messages of a site. */
@Injectable()
export class ReplyQueries {
  constructor(private readonly work: Work) {}

  async waiting(site: string | undefined): Promise<Pick<DeliveryCounts, 'replies' | 'differing'>> {
    const { sites } = scopeOf(this.work.who, 'see-deliveries');
    if (sites.length === 0) return { replies: [], differing: [] };
    const values = [site ?? null, sites, this.work.now()];
    const replies: DeliveryCounts['replies'] = await this.work.manager.query(COUNTS, values);
    const differing: DifferingReply[] = await this.work.manager.query(DIFFERING, values);
    return { replies, differing };
  }
}
