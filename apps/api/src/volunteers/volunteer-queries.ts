import type { VolunteerQuery, VolunteerView } from '@followon/shared/contract/volunteers';
import { Injectable } from '@nestjs/common';
import { z } from 'zod';
import { scopeOf } from '../auth/scope.js';
import { readCursor } from '../http/cursor.js';
import { Work } from '../work/work.js';

export type VolunteerRow = VolunteerView & { readonly rowId: string };

/** The cursor is the id of a row: a name must never stand in an address. */
const LIST = `
  select v.id as "rowId", v.account_id as id, v.site_id as "siteId", a.display_name as "displayName",
    v.paused_until as "pausedUntil",
    (select count(*) from handover_task t where t.assignee_id = v.account_id and t.site_id = v.site_id
      and t.state in ('open', 'overdue')) as "openTasks"
  from volunteer v join account a on a.id = v.account_id
  where v.site_id = any($1::uuid[]) and a.disabled_at is null and ($2::uuid is null or v.site_id = $2)
    and ($3::uuid is null or (a.display_name, v.id) > (
      select b.display_name, w.id from volunteer w join account b on b.id = w.account_id where w.id = $3))
  order by a.display_name, v.id limit $4`;

const Position = z.tuple([z.uuid()]);

export const positionOf = ({ rowId }: VolunteerRow): z.infer<typeof Position> => [rowId];

@Injectable()
export class VolunteerQueries {
  constructor(private readonly work: Work) {}

  /** By name; one row more than asked for when there is more. */
  async list(query: VolunteerQuery): Promise<VolunteerRow[]> {
    const [after = null] = readCursor(Position, query.cursor) ?? [];
    const { sites } = scopeOf(this.work.who, 'see-volunteers');
    return this.work.manager.query(LIST, [sites, query.site ?? null, after, query.limit + 1]);
  }
}
