import { prepared } from '@followon/shared/db/prepared';
import type { ToldEpisode, ToldFacts } from '@followon/shared/rules/alert/told';
import type { EntityManager } from 'typeorm';

export interface GroupTold extends ToldFacts {
  readonly siteId: string;
  /** The latest of each cause. */
  readonly latest: readonly (ToldEpisode & { readonly id: string })[];
}

/** Can still be reached: has not left, and their account is not switched off; as whoever looks for a contact person asks. */
const TOLD = {
  name: 'load-told',
  text: `
  select g.site_id as "siteId", g.state as "groupState",
    coalesce((select jsonb_agg(jsonb_build_object('id', r.id, 'kind', r.kind, 'on', r.on_date)) from group_report r
      where r.group_id = g.id and r.until_date is null), '[]') as reports,
    coalesce((select jsonb_agg(jsonb_build_object('roleId', r.id, 'endsOn', r.stepping_down_on))
      from group_role r left join account a on a.id = r.account_id left join member m on m.id = r.member_id
      where r.group_id = g.id and r.kind = 'contact' and r.until_on is null and m.left_on is null and a.disabled_at is null), '[]') as contacts,
    (select jsonb_build_object('roleId', r.id, 'endedOn', r.until_on) from group_role r
      where r.group_id = g.id and r.kind = 'contact' order by r.until_on desc nulls first, r.id desc limit 1) as "lastContact",
    coalesce((select jsonb_agg(jsonb_build_object('id', l.id, 'cause', l.cause, 'state', l.state, 'aboutId', l.about_id))
      from (select distinct on (a.cause) a.id, a.cause, a.state, a.about_id from alert a
        where a.group_id = g.id and a.cause in ('help-asked', 'conflict', 'venue-lost', 'contact-leaving')
        order by a.cause, a.opened_at desc) l), '[]') as latest
  from follow_on_group g where g.id = $1`,
};

/** @throws Error when the group is not there: its events came first, so something is wrong. */
export async function loadTold(manager: EntityManager, groupId: string): Promise<GroupTold> {
  const [row] = await prepared<GroupTold>(manager, TOLD, [groupId]);
  if (!row) throw new Error(`group ${groupId} is not there`);
  return row;
}
