import type { CoverQuery } from '@followon/shared/contract/volunteers';
import type { StandIn } from '@followon/shared/rules/volunteer/cover';
import type { TaskState } from '@followon/shared/rules/handover/task-states';
import { Injectable } from '@nestjs/common';
import { scopeOf } from '../../auth/scope.js';
import { IS_UNDER_WAY } from '../../sites/figures.js';
import { Work } from '../../work/work.js';
import { pausedUntilOf } from '../caseload.js';

export interface BreakRow {
  readonly id: string;
  readonly volunteerId: string;
  readonly accountId: string;
  readonly siteId: string;
  readonly siteName: string;
  readonly fromOn: string;
  readonly untilOn: string;
  readonly endedOn: string | null;
}

const SELECT = `
  select b.id, b.volunteer_id as "volunteerId", v.account_id as "accountId", b.site_id as "siteId", s.name as "siteName",
    b.from_on as "fromOn", b.until_on as "untilOn", b.ended_on as "endedOn"
  from volunteer_break b join volunteer v on v.id = b.volunteer_id join site s on s.id = b.site_id`;

const MINE = `${SELECT} where v.account_id = $1 and b.site_id = any($2::uuid[]) order by b.from_on desc, b.id limit 50`;
const NOW = `${SELECT} where b.volunteer_id = $1 and b.ended_on is null and b.until_on > $2::date limit 1`;
const TAKE = `insert into volunteer_break (site_id, volunteer_id, from_on, until_on) values ($1, $2, $3, $4) returning id`;
const END = `update volunteer_break set ended_on = $2 where id = $1`;

/** The reader's open tasks at a site, each with who stands in beside its programme. */
const COVERED = `
  select t.state, t.due_on as "dueOn", d.account_id as "accountId", a.display_name as "displayName",
    a.disabled_at is not null as "accountDisabled", ${pausedUntilOf('d', '$3::date')} as "pausedUntil",
    d.training_until as "trainingUntil", d.checks_until as "checksUntil"
  from handover_task t join handover h on h.id = t.handover_id left join programme p on p.id = h.programme_id
    left join volunteer d on d.account_id = p.deputy_id and d.site_id = t.site_id left join account a on a.id = d.account_id
  where t.assignee_id = $1 and t.site_id = $2 and t.owner_role = 'volunteer' and t.state in ('open', 'overdue') and ${IS_UNDER_WAY}`;

export interface TaskWithDeputy extends Omit<StandIn, 'accountId'> {
  readonly accountId: string | null;
  readonly displayName: string | null;
  readonly state: TaskState;
  readonly dueOn: string;
}

@Injectable()
export class BreakQueries {
  constructor(private readonly work: Work) {}

  mine(): Promise<BreakRow[]> {
    const { who, manager } = this.work;
    return manager.query(MINE, [who.accountId, scopeOf(who, 'take-break').own('volunteer')]);
  }

  async one(id: string): Promise<BreakRow | undefined> {
    const rows: BreakRow[] = await this.work.manager.query(`${SELECT} where b.id = $1 for update of b`, [id]);
    return rows[0];
  }

  async running(volunteerId: string, today: string): Promise<BreakRow | undefined> {
    const rows: BreakRow[] = await this.work.manager.query(NOW, [volunteerId, today]);
    return rows[0];
  }

  async take(siteId: string, volunteerId: string, [from, until]: readonly [string, string]): Promise<string> {
    const rows: { id: string }[] = await this.work.manager.query(TAKE, [siteId, volunteerId, from, until]);
    return rows[0]?.id ?? '';
  }

  async end(id: string, on: string): Promise<void> {
    await this.work.manager.query(END, [id, on]);
  }

  covered({ site }: CoverQuery, today: string): Promise<TaskWithDeputy[]> {
    return this.work.manager.query(COVERED, [this.work.who.accountId, site, today]);
  }
}
