import type { TaskQuery } from '@followon/shared/contract/handovers';
import type { Role } from '@followon/shared/contract/session';
import { prepared } from '@followon/shared/db/prepared';
import { UNDO_MINUTES } from '@followon/shared/rules/handover/undo';
import { Injectable } from '@nestjs/common';
import { z } from 'zod';
import { isClinicianOf, isContactFor, isPtvOf, TASKS_NEAR, unsettled, volunteersFor } from '../auth/own.js';
import { inScope, scopeValues } from '../auth/scope.js';
import { readCursor } from '../http/cursor.js';
import { Work } from '../work/work.js';
import type { TaskRow } from './handover-rows.js';
import { STILL_ASKED, TASK_COLUMNS, TASK_TABLES } from './handover-rows.js';

const CONTACT = isContactFor();

/** $2 to $5. Of a handover a contact person sees the group's own part. */
const SEEN = inScope(
  { site: 't.site_id', volunteer: volunteersFor(), contact: `t.owner_role = 'contact' and ${CONTACT}` },
  2,
);

/** With them, or with nobody and theirs by their programme: see `standingToTask`. */
const VOLUNTEERS_OWN = `((t.assignee_id = $1 and (${isPtvOf()} or ${unsettled('t')}))
  or (t.assignee_id is null and t.state <> 'passed-on' and ${isPtvOf()}))`;

/** What a site's leads and administrators see to: theirs, set aside, or late for some days. */
const WITH_STAFF = `(t.site_id = any($5::uuid[]) and (t.owner_role = 'lead' or t.state in ('cannot', 'passed-on')
    or (t.state = 'overdue' and t.escalated_to is not null)))
  or (t.site_id = any($6::uuid[]) and t.state = 'overdue' and t.escalated_to = 'site-admin')`;

/** Nothing has happened to it since their own act; what has gone to somebody else meanwhile is listed for its undo only. */
const MAY_TAKE_BACK = `t.acted_by = $1 and t.acted_at > $7::timestamptz - interval '${UNDO_MINUTES} minutes'
  and t.act->>'what' <> 'reopened' and (t.act->>'version')::int = t.version`;

const STILL_SHOWN = `((t.state in ('open', 'overdue', 'cannot', 'passed-on') and (h.state in ('open', 'signed-off', 'accepted') or ${STILL_ASKED}))
    or t.done_at > $7::timestamptz - interval '7 days')`;

/**
 * Wherever a task of theirs can be, each part by an index of its own: with them, at their programmes, in their groups, with
 * the staff of their sites, or just out of their hands.
 */
const NEAR = `
  ${TASKS_NEAR}
  union all select t.id from handover_task t where ${WITH_STAFF}
  union all select t.id from handover_task t where t.acted_by = $1 and t.acted_at > $7::timestamptz - interval '${UNDO_MINUTES} minutes'`;

/** $2 to $6: sites where the reader volunteers, is a contact person, a clinician, the lead, the administrator. */
const MINE = `t.id in (${NEAR}) and ((t.owner_role = 'volunteer' and t.site_id = any($2::uuid[]) and ${VOLUNTEERS_OWN})
  or (t.owner_role = 'contact' and t.state <> 'passed-on' and t.site_id = any($3::uuid[]) and ${CONTACT})
  or (t.owner_role = 'clinician' and t.state <> 'passed-on' and t.site_id = any($4::uuid[]) and (${isClinicianOf()} or t.assignee_id = $1))
  or ${WITH_STAFF} or (${MAY_TAKE_BACK})) and ${STILL_SHOWN}`;

/** What is still to do comes first, by its day; then what was done, lately done first. */
const RANK = `case when t.state in ('done', 'not-applicable')
  then 1000000 - (coalesce(t.done_at, 'epoch')::date - date '1970-01-01') else t.due_on - date '1970-01-01' end`;

/**
 * First which tasks the page holds, then all that is said of those. The parameters from number `from` on are the handover,
 * the four of the position, and the limit.
 */
const listOf = (which: string, from: number): string => `
  with page as materialized (select * from (
      select t.id, (t.state in ('done', 'not-applicable'))::int as settled, ${RANK} as rank, t.position
      from handover_task t join handover h on h.id = t.handover_id left join programme p on p.id = h.programme_id
      where ${which} and ($${from}::uuid is null or t.handover_id = $${from})) task
    where $${from + 1}::int is null or (settled, rank, position, id) > ($${from + 1}, $${from + 2}::int, $${from + 3}::int, $${from + 4}::uuid)
    order by settled, rank, position, id limit $${from + 5})
  select ${TASK_COLUMNS}, page.settled, page.rank from ${TASK_TABLES} join page on page.id = t.id
  order by page.settled, page.rank, page.position, page.id`;

/** Planned once by each connection: behind the wall, planning costs more than the looking. */
const LIST_MINE = { name: 'my-tasks', text: listOf(MINE, 8) };
const LIST_SEEN = listOf(SEEN, 6);
const ONE = `select ${TASK_COLUMNS} from ${TASK_TABLES} where t.id = $2`;

const Position = z.tuple([z.int32(), z.int32(), z.int32(), z.uuid()]);

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
    const { manager, who } = this.work;
    const position = readCursor(Position, query.cursor) ?? [null, null, null, null];
    const page = [query.handover ?? null, ...position, query.limit + 1];
    if (query.mine === 'true') return prepared(manager, LIST_MINE, [...this.mine(), ...page]);
    return manager.query(LIST_SEEN, [who.accountId, ...scopeValues(who, 'see-handovers'), ...page]);
  }

  async one(id: string): Promise<TaskRow | undefined> {
    const rows: TaskRow[] = await this.work.manager.query(ONE, [this.work.who.accountId, id]);
    return rows[0];
  }

  private mine(): readonly unknown[] {
    const { who } = this.work;
    const at = (role: Role) =>
      who.memberships.filter((held) => held.role === role).map(({ siteId }) => siteId);
    const roles = (['volunteer', 'contact', 'clinician', 'lead', 'site-admin'] as const).map(at);
    return [who.accountId, ...roles, this.work.now().toISOString()];
  }
}
