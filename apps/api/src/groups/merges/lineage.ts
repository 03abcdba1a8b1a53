import type { Ancestor, LineageView } from '@followon/shared/contract/merges';
import { Injectable } from '@nestjs/common';
import { Access } from '../../auth/access.js';
import { Standings } from '../../auth/standing.js';
import { Work } from '../../work/work.js';
import { GroupQueries } from '../group-queries.js';
import { turnoutOf } from '../group-views.js';

const SLOTS = 12;

/** Every group that went on in this one, also by way of another; the latest first. */
const ANCESTORS = `
  with recursive came as (
    select id, merged_into_id from follow_on_group where merged_into_id = $1 and state = 'merged'
    union select g.id, g.merged_into_id from follow_on_group g join came on g.merged_into_id = came.id and g.state = 'merged')
  select g.id as "groupId", g.name, g.state, g.closed_on as "mergedOn", g.merged_into_id as "intoGroupId", held.meetings,
    held.first as "firstMetOn", held.last as "lastMetOn"
  from came join follow_on_group g on g.id = came.id
    left join lateral (select count(*)::int as meetings, min(m.held_on) as first, max(m.held_on) as last from meeting m
      where m.group_id = g.id and m.outcome = 'held') held on true
  order by g.closed_on desc, g.id limit 50`;

const GOES_ON = `
  select b.id, b.name, a.closed_on as "on" from follow_on_group a join follow_on_group b on b.id = a.merged_into_id
  where a.id = $1 and a.state = 'merged'`;

const NAMES = `
  select distinct m.moved ->> 'intoName' as name from group_merge m join follow_on_group g on g.id = m.into_group_id
  where m.into_group_id = $1 and m.state = 'merged' and m.new_name is not null and lower(m.moved ->> 'intoName') <> lower(g.name)`;

/** Where a group came from and where it went: names, dates and figures of groups, nobody's. */
@Injectable()
export class Lineage {
  constructor(
    private readonly work: Work,
    private readonly access: Access,
    private readonly standings: Standings,
    private readonly groups: GroupQueries,
  ) {}

  /** @throws Refusal 404 */
  async of(groupId: string): Promise<LineageView> {
    const standing = await this.standings.ofGroupAfter(groupId);
    this.access.require('see-group', standing);
    const { manager } = this.work;
    const rows: Omit<Ancestor, 'turnout'>[] = await manager.query(ANCESTORS, [groupId]);
    const [next]: { id: string; name: string; on: string }[] = await manager.query(GOES_ON, [groupId]);
    const names: { name: string }[] = await manager.query(NAMES, [groupId]);
    const figures = this.access.figures('see-group', standing);
    const cameFrom: Ancestor[] = [];
    for (const row of rows) cameFrom.push(await this.withTurnout(row, figures));
    return {
      cameFrom,
      goesOnIn: next ? { id: next.id, name: next.name } : null,
      mergedOn: next?.on ?? null,
      formerNames: names.map(({ name }) => name),
    };
  }

  private async withTurnout(
    row: Omit<Ancestor, 'turnout'>,
    figures: Parameters<typeof turnoutOf>[1]['figures'],
  ): Promise<Ancestor> {
    const group = await this.groups.one(row.groupId, SLOTS);
    const turnout = group ? turnoutOf(group, { figures, slots: SLOTS }) : { usual: null, slots: [] };
    return { ...row, turnout };
  }
}
