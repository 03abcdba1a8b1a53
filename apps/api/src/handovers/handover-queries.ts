import { civilDate } from '@followon/shared/contract/civil-date';
import type { HandoverQuery } from '@followon/shared/contract/handovers';
import { Injectable } from '@nestjs/common';
import { z } from 'zod';
import { holdsRoleIn, isClinicianOf, isContactFor, volunteersFor } from '../auth/own.js';
import { inScope, scopeValues } from '../auth/scope.js';
import { readCursor } from '../http/cursor.js';
import { IS_LATE } from '../sites/figures.js';
import { Work } from '../work/work.js';
import type { Counts, HandoverRow, TaskRow } from './handover-rows.js';
import { COUNTS, HANDOVER_COLUMNS, HANDOVER_TABLES, TASK_COLUMNS, TASK_TABLES } from './handover-rows.js';

const MINE = `(${isClinicianOf()} or ${volunteersFor()} or (h.route <> 'join' and ${holdsRoleIn('h.group_id', 'any')}))`;

const SEEN = inScope({ site: 'h.site_id', volunteer: volunteersFor(), contact: isContactFor() }, 2);

const LIST = `
  select ${HANDOVER_COLUMNS}, c.done, c.late, c.total
  from ${HANDOVER_TABLES} ${COUNTS}
  where ${SEEN} and ($6::uuid is null or h.site_id = $6) and ($7::text is null or h.state = $7)
    and (not $8::boolean or ${MINE}) and (not $9::boolean or ${IS_LATE})
    and ($10::date is null or h.opened_on < $10 or (h.opened_on = $10 and h.id > $11))
  and ($13::uuid is null or h.group_id = $13)
  order by h.opened_on desc, h.id limit $12`;

const ONE = `select ${HANDOVER_COLUMNS} from ${HANDOVER_TABLES} where h.id = $2`;

const TASKS = `select ${TASK_COLUMNS} from ${TASK_TABLES} where t.handover_id = $2 order by t.position`;

/** What the worker answers by building the list anew, and has not read yet. */
const REBUILDS = [
  'handover.route-chosen.v1',
  'handover.template-moved.v1',
  'handover.without-ptv.v1',
  'programme.volunteer-accepted.v1',
];
const IS_BEING_REBUILT = `
  select exists (select from event e left join reactor_cursor c on c.reactor = 'handover' and c.stream_id = e.stream_id
    where e.stream_id = $1 and e.name = any($2) and e.seq > coalesce(c.last_seq, 0)) as "isBehind"`;

const NEXT = `
  select distinct on (t.handover_id) ${TASK_COLUMNS} from ${TASK_TABLES}
  where t.handover_id = any($2::uuid[]) and t.state not in ('done', 'not-applicable') and t.owner_role <> 'system'
    and (t.owner_role = 'contact' or t.handover_id <> all($3::uuid[]))
  order by t.handover_id, t.due_on, t.position`;

const Position = z.tuple([civilDate, z.uuid()]);

export const positionOfHandover = (row: HandoverRow): z.infer<typeof Position> => [row.openedOn, row.id];

interface NextOf {
  readonly handoverIds: readonly string[];
  /** Those of which the reader sees the group's own part only. */
  readonly partOnly: readonly string[];
}

@Injectable()
export class HandoverQueries {
  constructor(private readonly work: Work) {}

  /** Opened last first; one row more than asked for when there is more. */
  async list(query: HandoverQuery): Promise<(HandoverRow & Counts)[]> {
    const [openedOn = null, id = null] = readCursor(Position, query.cursor) ?? [];
    return this.work.manager.query(LIST, [
      this.work.who.accountId,
      ...scopeValues(this.work.who, 'see-handovers'),
      query.site ?? null,
      query.state ?? null,
      query.mine === 'true',
      query.late === 'true',
      openedOn,
      id,
      query.limit + 1,
      query.group ?? null,
    ]);
  }

  async one(id: string): Promise<HandoverRow | undefined> {
    const rows: HandoverRow[] = await this.work.manager.query(ONE, [this.work.who.accountId, id]);
    return rows[0];
  }

  /** In the order of the checklist. */
  tasksOf(handoverId: string): Promise<TaskRow[]> {
    return this.work.manager.query(TASKS, [this.work.who.accountId, handoverId]);
  }

  /** Held as they are until the transaction ends: whoever changes one meanwhile waits. */
  lockedTasksOf(handoverId: string): Promise<TaskRow[]> {
    return this.work.manager.query(`${TASKS} for update of t`, [this.work.who.accountId, handoverId]);
  }

  /** Something was chosen of which the list does not know yet: tasks may still come that have to be settled. */
  async isBeingRebuilt(programmeId: string): Promise<boolean> {
    const [row]: { isBehind: boolean }[] = await this.work.manager.query(IS_BEING_REBUILT, [
      ...[programmeId, REBUILDS],
    ]);
    return row?.isBehind ?? false;
  }

  /** What each of these handovers waits for, in one query. */
  async nextTasks({ handoverIds, partOnly }: NextOf): Promise<ReadonlyMap<string, TaskRow>> {
    const me = this.work.who.accountId;
    const rows: TaskRow[] = await this.work.manager.query(NEXT, [me, handoverIds, partOnly]);
    return new Map(rows.map((row) => [row.handoverId, row]));
  }
}
