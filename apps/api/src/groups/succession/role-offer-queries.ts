import type { AskedRoleView, RoleOfferView } from '@followon/shared/contract/succession';
import type { GroupState } from '@followon/shared/contract/health';
import { Injectable } from '@nestjs/common';
import { z } from 'zod';
import { exactInstant } from '../../http/exact-instant.js';
import { Work } from '../../work/work.js';

export const OfferPosition = z.tuple([z.iso.datetime(), z.uuid()]);
type OfferPosition = z.infer<typeof OfferPosition>;

export interface OfferRow {
  readonly id: string;
  readonly siteId: string;
  readonly siteName: string;
  readonly groupId: string;
  readonly groupName: string;
  readonly groupState: GroupState;
  readonly kind: RoleOfferView['kind'];
  readonly state: RoleOfferView['state'];
  readonly offeredAt: Date;
  /** To the microsecond, for the position of a page. */
  readonly offeredExactly: string;
  readonly answeredAt: Date | null;
  readonly accountId: string | null;
  readonly memberId: string | null;
  readonly displayName: string | null;
  /** The account that may answer: the one that was asked, or the asked member's. */
  readonly answererId: string | null;
}

const OFFERS = `
  select o.id, o.site_id as "siteId", s.name as "siteName", o.group_id as "groupId", g.name as "groupName", g.state as "groupState", o.kind,
    o.state, o.offered_at as "offeredAt", ${exactInstant('o.offered_at')} as "offeredExactly", o.answered_at as "answeredAt", o.account_id as "accountId",
    o.member_id as "memberId", coalesce(m.display_name, a.display_name) as "displayName", coalesce(o.account_id, m.account_id) as "answererId"
  from role_offer o join follow_on_group g on g.id = o.group_id join site s on s.id = o.site_id
  left join member m on m.id = o.member_id left join account a on a.id = o.account_id`;

const OF_GROUP = `${OFFERS} where o.group_id = $1 and o.state = 'asked'
  and ($2::timestamptz is null or (o.offered_at, o.id) > ($2, $3::uuid)) order by o.offered_at, o.id limit $4`;

const OF_READER = `${OFFERS} where o.state = 'asked' and coalesce(o.account_id, m.account_id) = $1
  and g.state not in ('merged', 'closed-well', 'closed')
  and ($2::timestamptz is null or (o.offered_at, o.id) > ($2, $3::uuid)) order by o.offered_at, o.id limit $4`;

const INSERT = `
  insert into role_offer (site_id, group_id, kind, account_id, member_id, offered_at, offered_by) values ($1, $2, $3, $4, $5, $6, $7)
  on conflict do nothing returning id`;

/** With whichever of their names: as a member, or with the account that the member has. */
const HELD = `
  select 1 from group_role r left join member m on m.id = r.member_id where r.group_id = $1 and r.kind = $2 and r.until_on is null
    and coalesce(r.account_id, m.account_id, r.member_id) = coalesce((select asked.account_id from member asked where asked.id = $3), $3)`;

export type NewOffer = Pick<OfferRow, 'siteId' | 'groupId' | 'kind' | 'accountId' | 'memberId'>;

@Injectable()
export class RoleOfferQueries {
  constructor(private readonly work: Work) {}

  ofGroup(groupId: string, after: OfferPosition | undefined, most: number): Promise<OfferRow[]> {
    return this.work.manager.query(OF_GROUP, [groupId, ...positionValues(after), most]);
  }

  /** What the reader is asked to be. */
  ofReader(after: OfferPosition | undefined, most: number): Promise<OfferRow[]> {
    return this.work.manager.query(OF_READER, [this.work.who.accountId, ...positionValues(after), most]);
  }

  async one(id: string): Promise<OfferRow | undefined> {
    const rows: OfferRow[] = await this.work.manager.query(`${OFFERS} where o.id = $1`, [id]);
    return rows[0];
  }

  /**
   * Keeps it and its group as they are until the transaction ends: two answers at once, or an answer while the group
   * merges or ends, come one after the other. Groups are locked first everywhere.
   */
  async lock(id: string, groupId: string): Promise<void> {
    await this.work.manager.query('select 1 from follow_on_group where id = $1 for update', [groupId]);
    await this.work.manager.query('select 1 from role_offer where id = $1 for update', [id]);
  }

  /** The new offer's id; undefined when this person is asked for it already. */
  async add({ siteId, groupId, kind, accountId, memberId }: NewOffer): Promise<string | undefined> {
    const at = this.work.now().toISOString();
    const values = [siteId, groupId, kind, accountId, memberId, at, this.work.who.accountId];
    const rows: { id: string }[] = await this.work.manager.query(INSERT, values);
    return rows[0]?.id;
  }

  async isHeld({ groupId, kind, accountId, memberId }: NewOffer): Promise<boolean> {
    const rows: unknown[] = await this.work.manager.query(HELD, [groupId, kind, accountId ?? memberId]);
    return rows.length > 0;
  }

  async settle(id: string, state: 'accepted' | 'declined' | 'withdrawn'): Promise<void> {
    const at = this.work.now().toISOString();
    await this.work.manager.query('update role_offer set state = $2, answered_at = $3 where id = $1', [
      id,
      state,
      at,
    ]);
  }
}

const positionValues = (after: OfferPosition | undefined): readonly [string | null, string | null] =>
  after ?? [null, null];

export const positionOfOffer = ({ offeredExactly, id }: OfferRow): OfferPosition => [offeredExactly, id];

/** @param isShown whether the reader may know who was asked */
export function offerView(
  row: OfferRow,
  { isShown, mine }: { isShown: boolean; mine: boolean },
): RoleOfferView {
  const { accountId, memberId, displayName } = row;
  const nobody = { accountId: null, memberId: null, displayName: null };
  return { ...factsOf(row), asked: isShown ? { accountId, memberId, displayName } : nobody, mine };
}

export const askedView = (row: OfferRow): AskedRoleView => ({
  ...factsOf(row),
  groupName: row.groupName,
  siteName: row.siteName,
});

const factsOf = ({ id, groupId, kind, state, offeredAt, answeredAt }: OfferRow) => ({
  ...{ id, groupId, kind, state },
  offeredAt: offeredAt.toISOString(),
  answeredAt: answeredAt?.toISOString() ?? null,
});
