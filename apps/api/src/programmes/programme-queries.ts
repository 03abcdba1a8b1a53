import { civilDate } from '@followon/shared/contract/civil-date';
import type { ProgrammeQuery, ProgrammeView } from '@followon/shared/contract/programmes';
import { Injectable } from '@nestjs/common';
import { z } from 'zod';
import { scopeValues } from '../auth/scope.js';
import { readCursor } from '../http/cursor.js';
import { Work } from '../work/work.js';
import { inProgrammeScope } from './programme-scope.js';

/** A programme with what its list and its page show of the handover. */
export type ProgrammeRow = Omit<ProgrammeView, 'may' | 'forming'>;

const STATE = `case when p.finished_on is not null then 'finished' when h.id is not null then 'finishing' else 'running' end`;

const SELECT = `
  select p.id, p.site_id as "siteId", s.name as "siteName", p.name, p.type, p.mode, p.version,
    p.first_session_on as "firstSessionOn", p.last_session_on as "lastSessionOn", p.finished_on as "finishedOn",
    ${STATE} as state,
    case when h.id is not null then jsonb_build_object('id', h.id, 'state', h.state, 'groupId', h.group_id, 'withoutPtv', h.without_ptv,
      'done', t.done, 'total', t.total, 'late', t.late) end as handover,
    case when a.id is not null then jsonb_build_object('accountId', a.id, 'displayName', a.display_name) end as ptv,
    case when d.id is not null then jsonb_build_object('accountId', d.id, 'displayName', d.display_name) end as deputy,
    case when c.id is not null then jsonb_build_object('accountId', c.id, 'displayName', c.display_name) end as clinician
  from programme p join site s on s.id = p.site_id
    left join handover h on h.programme_id = p.id
    left join account a on a.id = p.ptv_id
    left join account d on d.id = p.deputy_id
    left join account c on c.id = p.clinician_id
    left join lateral (select count(*) as total, count(*) filter (where state in ('done', 'not-applicable')) as done,
      count(*) filter (where state = 'overdue') as late from handover_task where handover_id = h.id) t on true`;

const LIST = `${SELECT}
  where ${inProgrammeScope(2)} and ($6::uuid is null or p.site_id = $6) and ($7::text is null or ${STATE} = $7)
    and ($8::date is null or p.last_session_on < $8 or (p.last_session_on = $8 and p.id > $9))
  order by p.last_session_on desc, p.id limit $10`;

const Position = z.tuple([civilDate, z.uuid()]);

export const positionOf = (row: ProgrammeRow): z.infer<typeof Position> => [row.lastSessionOn, row.id];

@Injectable()
export class ProgrammeQueries {
  constructor(private readonly work: Work) {}

  /** Latest last session first; one row more than asked for when there is more. */
  async list(query: ProgrammeQuery): Promise<ProgrammeRow[]> {
    const [lastSessionOn = null, id = null] = readCursor(Position, query.cursor) ?? [];
    return this.work.manager.query(LIST, [
      this.work.who.accountId,
      ...scopeValues(this.work.who, 'see-programmes'),
      query.site ?? null,
      query.state ?? null,
      lastSessionOn,
      id,
      query.limit + 1,
    ]);
  }

  async one(id: string): Promise<ProgrammeRow | undefined> {
    const rows: ProgrammeRow[] = await this.work.manager.query(`${SELECT} where p.id = $1`, [id]);
    return rows[0];
  }

  /** Is this a clinician of the site who can sign in? */
  async isClinician(siteId: string, accountId: string): Promise<boolean> {
    const asked = [accountId, siteId];
    const rows: { holds: boolean }[] = await this.work.manager.query(
      `select holds_role_at($1, $2, 'clinician') as holds`,
      asked,
    );
    return rows[0]?.holds ?? false;
  }

  /** Is this somebody who volunteers at the site and can sign in? */
  async isVolunteer(siteId: string, accountId: string): Promise<boolean> {
    const rows: unknown[] = await this.work.manager.query(
      `select 1 from volunteer v join account a on a.id = v.account_id
       where v.site_id = $1 and v.account_id = $2 and a.disabled_at is null`,
      [siteId, accountId],
    );
    return rows.length > 0;
  }
}
