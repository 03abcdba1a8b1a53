import type { FollowOnGroup } from '@followon/shared/db/groups/group.entity';
import type { Moved } from '@followon/shared/rules/group/plan-merge';
import type { UndoPlan } from '@followon/shared/rules/group/undo-merge';
import { planUndo } from '@followon/shared/rules/group/undo-merge';
import { Injectable } from '@nestjs/common';
import { Work } from '../../work/work.js';
import { GroupWrites } from '../group-writes.js';
import { partAgain } from './go-on-as.js';
import { GroupSides } from './group-sides.js';
import type { MergeRow } from './merge-rows.js';
import { MergeRows } from './merge-rows.js';

const LEAVE = `update member set left_on = $2 where id = any($1::uuid[]) and left_on is null`;
const LEAVE_AGAIN = `
  update member m set left_on = l."leftOn" from jsonb_to_recordset($1::jsonb) as l(id uuid, "leftOn" date) where m.id = l.id`;
/** Somebody may have taken the role in the first group anew: then there is nothing to give back. */
const GO_ON = `
  update group_role r set until_on = null where r.id = any($1::uuid[]) and not exists (select from group_role o
    where o.group_id = r.group_id and o.kind = r.kind and o.until_on is null
      and coalesce(o.account_id, o.member_id) = coalesce(r.account_id, r.member_id)) returning r.id, r.kind`;
const END = `update group_role set until_on = $2 where id = any($1::uuid[]) and until_on is null`;
const LISTS = `update handover set group_id = $2, version = version + 1 where id = any($1::uuid[]) and group_id = $3`;
const PUT_BACK = `
  update handover h set state = 'open', version = version + 1 where h.id = any($1::uuid[]) and h.state = 'closed'`;
/** What was held meanwhile was held together, and stays. */
const DATES = `
  update meeting m set group_id = $2 where m.id = any($1::uuid[]) and m.group_id = $3 and m.outcome = 'planned' and m.held_on >= $4::date`;
const DROPPED = `
  insert into meeting (id, site_id, group_id, held_on, outcome)
  select d.id, $2, $3, d."on", 'planned' from jsonb_to_recordset($1::jsonb) as d(id uuid, "on" date) where d."on" >= $4::date
  on conflict do nothing`;
const REST = `insert into group_rest (site_id, group_id, from_on, until_on) values ($1, $2, $3, $4)`;

interface Two {
  readonly from: FollowOnGroup;
  readonly into: FollowOnGroup;
}
interface Role {
  readonly id: string;
  readonly kind: string;
}

/** Two groups part again: what was moved goes back by its ids, and what happened since stays with the joint group. */
@Injectable()
export class UndoMoves {
  constructor(
    private readonly work: Work,
    private readonly writes: GroupWrites,
    private readonly merges: MergeRows,
    private readonly sides: GroupSides,
  ) {}

  async carryOut(merge: MergeRow, two: Two): Promise<void> {
    const { moved } = merge;
    if (!moved) throw new Error(`merge ${merge.id} has not kept what it moved`);
    const plan = planUndo(moved, await this.sides.of(two.into.id));
    await this.backToTheirOwn(plan);
    await partAgain(this.work.manager, two.from.id);
    const back = await this.rolesBack(plan);
    await this.recordsBack(moved, two);
    await this.merges.settle(merge.id, 'undone');
    await this.groupsBack(merge, moved, two);
    await this.announce(merge, back);
    await this.announceEnd(merge, moved);
  }

  private async backToTheirOwn({ leave, leaveAgain, gone, end }: UndoPlan): Promise<void> {
    const { manager } = this.work;
    const today = this.writes.today();
    await manager.query(LEAVE, [leave, today]);
    await manager.query(LEAVE_AGAIN, [JSON.stringify(leaveAgain)]);
    await manager.query(LEAVE, [gone, today]);
    await manager.query(END, [end, today]);
  }

  private async rolesBack({ goOn }: UndoPlan): Promise<Role[]> {
    const [back]: [Role[], number] = await this.work.manager.query(GO_ON, [goOn]);
    return back;
  }

  private async recordsBack(moved: Moved, { from, into }: Two): Promise<void> {
    const { manager } = this.work;
    const today = this.writes.today();
    await manager.query(LISTS, [moved.handovers, from.id, into.id]);
    await manager.query(PUT_BACK, [moved.putAway]);
    await manager.query(DATES, [moved.dates, from.id, into.id, today]);
    await manager.query(DROPPED, [JSON.stringify(moved.dropped), from.siteId, from.id, today]);
  }

  /** The time together is no silence of the first group. The joint name goes unless somebody changed it since. */
  private async groupsBack(
    { newName, mergedOn }: MergeRow,
    { fromState, intoName, closing }: Moved,
    { from, into }: Two,
  ): Promise<void> {
    const today = this.writes.today();
    if (fromState !== 'resting') await this.work.manager.query(REST, [from.siteId, from.id, mergedOn, today]);
    const again = { state: fromState, mergedIntoId: null, closedOn: null };
    await this.writes.change(from, { ...again, ...this.endingOf(closing) });
    const isJointName = newName !== null && into.name === newName && newName !== intoName;
    await this.writes.change(into, isJointName ? { name: intoName } : {});
  }

  /** What it had announced still holds while the day is to come. */
  private endingOf(closing: Moved['closing']): Pick<FollowOnGroup, 'closingOn' | 'closingHow'> | object {
    const isToCome = closing !== null && closing.on > this.writes.today();
    return isToCome ? { closingOn: closing.on, closingHow: closing.how } : {};
  }

  private async announceEnd({ siteId, fromId }: MergeRow, { closing }: Moved): Promise<void> {
    if (closing === null || closing.on <= this.writes.today()) return;
    const payload = { groupId: fromId, ...closing };
    await this.work.append({ name: 'group.closing-announced.v1', streamId: fromId, siteId, payload });
  }

  private async announce(
    { id: mergeId, siteId, fromId, intoId }: MergeRow,
    back: readonly Role[],
  ): Promise<void> {
    const payload = { groupId: fromId, mergeId, intoGroupId: intoId, on: this.writes.today() };
    await this.work.append({ name: 'group.merge-undone.v1', streamId: fromId, siteId, payload });
    for (const { id: roleId, kind } of back) {
      const again = { groupId: fromId, roleId, kind };
      await this.work.append({ name: 'role.accepted.v1', streamId: fromId, siteId, payload: again });
    }
    const there = { streamId: intoId, siteId };
    await this.work.append({ name: 'group.changed.v1', ...there, payload: { groupId: intoId } });
  }
}
