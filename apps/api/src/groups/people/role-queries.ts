import { civilDate } from '@followon/shared/contract/civil-date';
import type { GroupRoleView } from '@followon/shared/contract/groups';
import type { GroupRole } from '@followon/shared/db/groups/group.entity';
import { Injectable } from '@nestjs/common';
import { z } from 'zod';
import { Work } from '../../work/work.js';

export const RolePosition = z.tuple([civilDate, z.uuid()]);
type RolePosition = z.infer<typeof RolePosition>;

export type RoleRow = Omit<GroupRoleView, 'holder' | 'mine'> &
  GroupRoleView['holder'] & {
    /** The account of whoever holds it, also where they hold it as a member. */
    readonly holderAccountId: string | null;
  };

/** Whoever holds it with an account is told with the name that the group keeps of them as well. */
const SELECT = `
  select r.id, r.kind, r.from_on as "from", r.account_id as "accountId", coalesce(r.member_id, own.id) as "memberId",
    coalesce(m.display_name, a.display_name) as "displayName", r.stepping_down_on as "steppingDownOn",
    coalesce(r.account_id, m.account_id) as "holderAccountId"
  from group_role r left join member m on m.id = r.member_id left join account a on a.id = r.account_id
    left join lateral (select id from member where group_id = r.group_id and account_id = r.account_id and left_on is null
      order by id limit 1) own on true`;

const LIST = `${SELECT} where r.group_id = $1 and r.until_on is null
    and ($2::date is null or (r.from_on, r.id) > ($2, $3::uuid)) order by r.from_on, r.id limit $4`;

const HOLD = `
  insert into group_role (site_id, group_id, kind, account_id, member_id, from_on) values ($1, $2, $3, $4, $5, $6)
  on conflict do nothing returning id`;

type NewRole = Pick<GroupRole, 'siteId' | 'groupId' | 'kind' | 'accountId' | 'memberId' | 'fromOn'>;

@Injectable()
export class RoleQueries {
  constructor(private readonly work: Work) {}

  list(groupId: string, after: RolePosition | undefined, most: number): Promise<RoleRow[]> {
    const [from = null, id = null] = after ?? [];
    return this.work.manager.query(LIST, [groupId, from, id, most]);
  }

  /** The new role's id; undefined when this person holds it already, also when somebody gave it at the same moment. */
  async hold({ siteId, groupId, kind, accountId, memberId, fromOn }: NewRole): Promise<string | undefined> {
    const values = [siteId, groupId, kind, accountId, memberId, fromOn];
    const rows: { id: string }[] = await this.work.manager.query(HOLD, values);
    return rows[0]?.id;
  }

  async one(id: string): Promise<RoleRow | undefined> {
    const rows: RoleRow[] = await this.work.manager.query(`${SELECT} where r.id = $1`, [id]);
    return rows[0];
  }

  /** A waiting offer to the same person is answered by what was written down. */
  async settleOffer({ groupId, kind, accountId, memberId }: NewRole, at: Date): Promise<void> {
    await this.work.manager.query(
      `update role_offer o set state = 'accepted', answered_at = $4 where o.group_id = $1 and o.kind = $2 and o.state = 'asked'
         and (o.account_id = $3 or o.member_id = $5 or o.member_id in (select id from member where group_id = $1 and account_id = $3))`,
      [groupId, kind, accountId, at.toISOString(), memberId],
    );
  }

  async isMember(groupId: string, memberId: string): Promise<boolean> {
    const rows: unknown[] = await this.work.manager.query(
      'select 1 from member where id = $1 and group_id = $2 and left_on is null',
      [memberId, groupId],
    );
    return rows.length > 0;
  }

  /** Whether this account has the role at the site and can sign in; it says nothing else about the account. */
  async holdsRole(
    accountId: string,
    at: { siteId: string; role: 'volunteer' | 'contact' },
  ): Promise<boolean> {
    const [row]: { holds: boolean }[] = await this.work.manager.query(
      'select holds_role_at($1, $2, $3) as holds',
      [accountId, at.siteId, at.role],
    );
    return row?.holds ?? false;
  }
}
