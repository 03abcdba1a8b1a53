import type { ClinicianQuery, ClinicianView } from '@followon/shared/contract/programmes';
import { Injectable } from '@nestjs/common';
import { z } from 'zod';
import { scopeOf } from '../auth/scope.js';
import { readCursor } from '../http/cursor.js';
import { Work } from '../work/work.js';

/** The cursor is ids only: a name must never stand in an address. */
const LIST = `
  select a.id, s.id as "siteId", a.display_name as "displayName"
  from account a join site s on s.id = any($1::uuid[]) and ($2::uuid is null or s.id = $2)
  where holds_role_at(a.id, s.id, 'clinician')
    and ($3::uuid is null or (a.display_name, a.id, s.id) > (
      (select b.display_name from account b where b.id = $3), $3::uuid, $4::uuid))
  order by a.display_name, a.id, s.id limit $5`;

const Position = z.tuple([z.uuid(), z.uuid()]);

export const positionOf = ({ id, siteId }: ClinicianView): z.infer<typeof Position> => [id, siteId];

@Injectable()
export class ClinicianQueries {
  constructor(private readonly work: Work) {}

  /** By name; one row more than asked for when there is more. */
  list({ cursor, site, limit }: ClinicianQuery): Promise<ClinicianView[]> {
    const [id = null, siteId = null] = readCursor(Position, cursor) ?? [];
    const { sites } = scopeOf(this.work.who, 'name-clinician');
    return this.work.manager.query(LIST, [sites, site ?? null, id, siteId, limit + 1]);
  }
}
