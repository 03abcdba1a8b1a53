import { civilDate } from '@followon/shared/contract/civil-date';
import type { SuccessionPage, SuccessionQuery, SuccessionView } from '@followon/shared/contract/succession';
import { Injectable } from '@nestjs/common';
import { z } from 'zod';
import { scopeValues } from '../../auth/scope.js';
import { pageOfRows, readCursor } from '../../http/cursor.js';
import { Work } from '../../work/work.js';
import { inGroupScope } from '../group-scope.js';

const Position = z.tuple([civilDate, z.uuid()]);

type Row = Omit<SuccessionView, 'actBy'> & { readonly clockOn: string; readonly resting: boolean };

const FROM = `
  from succession s join follow_on_group g on g.id = s.group_id join site on site.id = s.site_id
  where s.state = 'open' and ${inGroupScope(2)} and ($6::uuid is null or s.site_id = $6)`;

const LIST = `
  select s.id, s.site_id as "siteId", site.name as "siteName", s.group_id as "groupId", g.name as "groupName", s.kind,
    s.because = 'never-had-one' as "neverHadOne", s.opened_on as "openedOn", s.stage, s.act_by as "clockOn", g.state = 'resting' as resting
  ${FROM} and ($7::date is null or (s.act_by, s.id) > ($7, $8::uuid)) order by s.act_by, s.id limit $9`;

const COUNTS = `
  select count(*) filter (where s.stage = 'group')::int as "group", count(*) filter (where s.stage = 'lead')::int as lead,
    count(*) filter (where s.stage = 'site-admin')::int as "site-admin" ${FROM}`;

/** Groups that look for somebody, the nearest day first. Never who has gone, and never why. */
@Injectable()
export class SuccessionQueries {
  constructor(private readonly work: Work) {}

  async page(query: SuccessionQuery): Promise<SuccessionPage> {
    const { manager, who } = this.work;
    const scope = [who.accountId, ...scopeValues(who, 'see-successions'), query.site ?? null];
    const [actBy = null, id = null] = readCursor(Position, query.cursor) ?? [];
    const rows: Row[] = await manager.query(LIST, [...scope, actBy, id, query.limit + 1]);
    const [counts]: SuccessionPage['counts'][] = await manager.query(COUNTS, scope);
    const page = pageOfRows(rows, {
      limit: query.limit,
      position: ({ clockOn, id: at }) => [clockOn, at],
      view,
    });
    return { items: [...page.items], nextCursor: page.nextCursor, counts: counts ?? NONE };
  }
}

const NONE = { group: 0, lead: 0, 'site-admin': 0 };

const view = ({ clockOn, resting, ...row }: Row): SuccessionView => ({
  ...row,
  actBy: resting ? null : clockOn,
});
