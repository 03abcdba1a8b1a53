import type { MergePlan, Moved, Side } from '@followon/shared/rules/group/plan-merge';
import { Injectable } from '@nestjs/common';
import { Work } from '../../work/work.js';
import { goOnAs } from './go-on-as.js';

const MEMBERS = `
  select id, account_id as "accountId", encode(reference_hash, 'hex') as reference, left_on as "leftOn" from member
  where group_id = $1 order by id`;
const ROLES = `
  select id, kind, account_id as "accountId", member_id as "memberId" from group_role
  where group_id = $1 and until_on is null order by from_on, id`;

const JOIN = `
  insert into member (id, site_id, group_id, account_id, display_name, reference_hash, wants_messages, joined_on, paused_until)
  select j."to", m.site_id, $2, m.account_id, m.display_name, m.reference_hash, false, $3, m.paused_until
  from jsonb_to_recordset($1::jsonb) as j("from" uuid, "to" uuid) join member m on m.id = j."from"`;
const RETURN = `
  update member set left_on = null, wants_messages = false where id in (select j."to" from jsonb_to_recordset($1::jsonb) as j("to" uuid))`;
const GIVE = `
  insert into group_role (id, site_id, group_id, kind, account_id, member_id, from_on)
  select r.id, $2, $3, r.kind, r."accountId", r."memberId", $4
  from jsonb_to_recordset($1::jsonb) as r(id uuid, kind text, "accountId" uuid, "memberId" uuid)`;

/** A list for starting again goes on unless the other group has one; one for closing well is not needed any more. */
const CARRY = `
  update handover h set group_id = $2, version = version + 1
  where h.group_id = $1 and h.state not in ('closed', 'declined')
    and (h.kind in ('programme', 'hand-on') or (h.kind = 'restart' and not exists (select from handover o
      where o.group_id = $2 and o.kind = 'restart' and o.state not in ('closed', 'declined')))) returning h.id`;
const PUT_AWAY = `
  update handover set state = 'closed', version = version + 1
  where group_id = $1 and kind <> 'programme' and state not in ('closed', 'declined') returning id`;

/** Dates to come on which the other group meets too are dropped; it takes over the rest. */
const DROP = `
  delete from meeting m where m.group_id = $1 and m.outcome = 'planned' and m.held_on >= $3::date
    and exists (select from meeting o where o.group_id = $2 and o.held_on = m.held_on) returning m.id, m.held_on as "on"`;
const TAKE = `
  update meeting m set group_id = $2 where m.group_id = $1 and m.outcome = 'planned' and m.held_on >= $3::date
  returning m.id, m.held_on as "on"`;

export interface Dated {
  readonly id: string;
  readonly on: string;
}
interface Pair {
  readonly siteId: string;
  readonly from: string;
  readonly into: string;
  readonly today: string;
}
type People = Pick<MergePlan, 'joining' | 'returning' | 'both'>;
interface Given {
  readonly id: string;
  readonly kind: string;
}

/** Rows of the two groups of a merge, inside the request's transaction; both groups are locked. */
@Injectable()
export class GroupSides {
  constructor(private readonly work: Work) {}

  async of(groupId: string): Promise<Side> {
    const { manager } = this.work;
    return { members: await manager.query(MEMBERS, [groupId]), roles: await manager.query(ROLES, [groupId]) };
  }

  /** Whether they want messages is asked afresh; what they refused, what they need and a pause are their own and stay. */
  async join({ joining, returning, both }: People, { into, today }: Pair): Promise<void> {
    const { manager } = this.work;
    await manager.query(JOIN, [JSON.stringify(joining), into, today]);
    await manager.query(RETURN, [JSON.stringify(returning)]);
    await goOnAs(manager, [...joining, ...returning, ...both]);
  }

  async give(roles: readonly Given[], { siteId, into, today }: Pair): Promise<void> {
    await this.work.manager.query(GIVE, [JSON.stringify(roles), siteId, into, today]);
  }

  async endRoles(ids: readonly string[], today: string): Promise<void> {
    await this.work.manager.query('update group_role set until_on = $2 where id = any($1::uuid[])', [
      ids,
      today,
    ]);
  }

  /** Ids of the lists that go on in the other group, and of those that end here. */
  async carryLists({ from, into }: Pair): Promise<Pick<Moved, 'handovers' | 'putAway'>> {
    const { manager } = this.work;
    const [carried]: [{ id: string }[], number] = await manager.query(CARRY, [from, into]);
    const [ended]: [{ id: string }[], number] = await manager.query(PUT_AWAY, [from]);
    return { handovers: carried.map(({ id }) => id), putAway: ended.map(({ id }) => id) };
  }

  async takeDates({ from, into, today }: Pair): Promise<{ taken: Dated[]; dropped: Dated[] }> {
    const { manager } = this.work;
    const [dropped]: [Dated[], number] = await manager.query(DROP, [from, into, today]);
    const [taken]: [Dated[], number] = await manager.query(TAKE, [from, into, today]);
    return { taken, dropped };
  }
}
