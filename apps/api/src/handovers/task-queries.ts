import type { TaskQuery } from '@followon/shared/contract/handovers';
import type { Role } from '@followon/shared/contract/session';
import { UNDO_MINUTES } from '@followon/shared/rules/handover/undo';
import { Injectable } from '@nestjs/common';
import { z } from 'zod';
import { holdsRoleIn, isClinicianOf, isPtvOf, unsettled, volunteersFor } from '../auth/own.js';
import { inScope, scopeValues } from '../auth/scope.js';
import { readCursor } from '../http/cursor.js';
import { Work } from '../work/work.js';
import type { TaskRow } from './handover-rows.js';
import { STILL_ASKED, TASK_COLUMNS, TASK_TABLES } from './handover-rows.js';

const CONTACT = holdsRoleIn('h.group_id', 'contact');

/** Of a handover a contact person sees the group's own part. */
const SEEN = inScope(
  { site: 't.site_id', volunteer: volunteersFor(), contact: `t.owner_role = 'contact' and ${CONTACT}` },
  2,
);

/** With them, or with nobody and theirs by their programme: see `standingToTask`. */
const VOLUNTEERS_OWN = `((t.assignee_id = $1 and (${isPtvOf()} or ${unsettled('t')}))
  or (t.assignee_id is null and t.state <> 'passed-on' and ${isPtvOf()}))`;

/** Nothing has happened to it since their own act; what has gone to somebody else meanwhile is listed for its undo only. */
const MAY_TAKE_BACK = `t.act->>'what' <> 'reopened' and (t.act->>'version')::int = t.version`;

/**
 * $6 to $10: sites where the reader volunteers, is a contact person, a clinician, the lead, the administrator. What was
 * passed on, cannot be done or is late for some days also lies with the lead, and later with the administrator.
 */
const MINE = `((t.owner_role = 'volunteer' and t.site_id = any($6::uuid[]) and ${VOLUNTEERS_OWN})
  or (t.owner_role = 'contact' and t.state <> 'passed-on' and t.site_id = any($7::uuid[]) and ${CONTACT})
  or (t.owner_role = 'clinician' and t.state <> 'passed-on' and t.site_id = any($8::uuid[]) and (${isClinicianOf()} or t.assignee_id = $1))
  or (t.site_id = any($9::uuid[]) and (t.owner_role = 'lead' or t.state in ('cannot', 'passed-on')
    or (t.state = 'overdue' and t.escalated_to is not null)))
  or (t.site_id = any($10::uuid[]) and t.state = 'overdue' and t.escalated_to = 'site-admin')
  or (t.acted_by = $1 and t.acted_at > $11::timestamptz - interval '${UNDO_MINUTES} minutes' and ${MAY_TAKE_BACK}))
  and ((t.state in ('open', 'overdue', 'cannot', 'passed-on') and (h.state in ('open', 'signed-off', 'accepted') or ${STILL_ASKED}))
    or t.done_at > $11::timestamptz - interval '7 days')`;

/** What is still to do comes first, by its day; then what was done, lately done first. */
const RANK = `case when t.state in ('done', 'not-applicable')
  then 1000000 - (coalesce(t.done_at, 'epoch')::date - date '1970-01-01') else t.due_on - date '1970-01-01' end`;

const LIST = `
  select * from (
    select ${TASK_COLUMNS}, (t.state in ('done', 'not-applicable'))::int as settled, ${RANK} as rank
    from ${TASK_TABLES}
    where (($12::boolean and ${MINE}) or (not $12 and ${SEEN})) and ($13::uuid is null or t.handover_id = $13)) task
  where $14::int is null or (settled, rank, position, id) > ($14, $15::int, $16::int, $17::uuid)
  order by settled, rank, position, id limit $18`;

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
    const { who } = this.work;
    const at = (role: Role) =>
      who.memberships.filter((held) => held.role === role).map(({ siteId }) => siteId);
    const roles = (['volunteer', 'contact', 'clinician', 'lead', 'site-admin'] as const).map(at);
    return [who.accountId, ...scopeValues(who, 'see-handovers'), ...roles];
  }
}
