import type { TaskQuery } from '@followon/shared/contract/handovers';
import type { Role } from '@followon/shared/contract/session';
import { Injectable } from '@nestjs/common';
import { z } from 'zod';
import { scopeOf } from '../auth/scope.js';
import { readCursor } from '../http/cursor.js';
import { Work } from '../work/work.js';
import type { TaskRow } from './handover-rows.js';
import { TASK_COLUMNS, TASK_TABLES } from './handover-rows.js';

const CONTACT = `exists (select 1 from group_role c where c.group_id = h.group_id and c.account_id = $1
  and c.until_on is null and c.kind <> 'ptv')`;

/** $2 to $4: sites seen whole, sites where the reader volunteers, sites where the reader is somebody's contact person. */
const SEEN = `(t.site_id = any($2::uuid[])
  or (t.site_id = any($3::uuid[]) and (p.ptv_id = $1 or exists (
    select 1 from handover_task own where own.handover_id = h.id and own.assignee_id = $1 and own.owner_role = 'volunteer')))
  or (t.site_id = any($4::uuid[]) and t.owner_role = 'contact' and ${CONTACT}))`;

/**
 * $3 to $7: sites where the reader volunteers, is a contact person, a clinician, the lead, the administrator. What was
 * passed on, cannot be done or is late for some days also lies with the lead, and later with the administrator.
 */
const MINE = `((t.owner_role = 'volunteer' and t.site_id = any($3::uuid[]) and (t.assignee_id = $1 or p.ptv_id = $1))
  or (t.owner_role = 'contact' and t.site_id = any($4::uuid[]) and ${CONTACT})
  or (t.owner_role = 'clinician' and t.site_id = any($5::uuid[]) and (p.clinician_id = $1 or t.assignee_id = $1))
  or (t.site_id = any($6::uuid[]) and (t.owner_role = 'lead' or t.state in ('cannot', 'passed-on')
    or (t.state = 'overdue' and t.escalated_to is not null)))
  or (t.site_id = any($7::uuid[]) and t.state = 'overdue' and t.escalated_to = 'site-admin'))
  and ((t.state in ('open', 'overdue', 'cannot', 'passed-on') and h.state in ('open', 'signed-off', 'accepted'))
    or t.done_at > $8::timestamptz - interval '7 days')`;

/** What is still to do comes first, by its day; then what was done, lately done first. */
const RANK = `case when t.state in ('done', 'not-applicable')
  then 1000000 - (coalesce(t.done_at, 'epoch')::date - date '1970-01-01') else t.due_on - date '1970-01-01' end`;

const LIST = `
  select * from (
    select ${TASK_COLUMNS}, (t.state in ('done', 'not-applicable'))::int as settled, ${RANK} as rank
    from ${TASK_TABLES}
    where (($9::boolean and ${MINE}) or (not $9 and ${SEEN})) and ($10::uuid is null or t.handover_id = $10)) task
  where $11::int is null or (settled, rank, position, id) > ($11, $12::int, $13::int, $14::uuid)
  order by settled, rank, position, id limit $15`;

const ONE = `select ${TASK_COLUMNS} from ${TASK_TABLES} where t.id = $2`;

const Position = z.tuple([z.int(), z.int(), z.int(), z.uuid()]);

export type ListedTask = TaskRow & { readonly settled: number; readonly rank: number };

export const positionOfTask = ({ settled, rank, position, id }: ListedTask): z.infer<typeof Position> => [
  settled,
  rank,
  position,
  id,
];

@Injectable()
export class TaskQueries {
  constructor(private readonly work: Work) {}

  async list(query: TaskQuery): Promise<ListedTask[]> {
    const position = readCursor(Position, query.cursor) ?? [null, null, null, null];
    return this.work.manager.query(LIST, [
      ...this.scope(),
      this.work.now().toISOString(),
      query.mine === 'true',
      query.handover ?? null,
      ...position,
      query.limit + 1,
    ]);
  }

  async one(id: string): Promise<TaskRow | undefined> {
    const rows: TaskRow[] = await this.work.manager.query(ONE, [this.work.who.accountId, id]);
    return rows[0];
  }

  private scope(): readonly unknown[] {
    const { accountId, memberships } = this.work.who;
    const at = (role: Role) => memberships.filter((held) => held.role === role).map(({ siteId }) => siteId);
    const { sites } = scopeOf(this.work.who, 'see-handovers');
    const own = (['volunteer', 'contact', 'clinician', 'lead', 'site-admin'] as const).map(at);
    return [accountId, sites, ...own];
  }
}
