import { randomUUID } from 'node:crypto';
import type { FollowOnGroup } from '@followon/shared/db/groups/group.entity';
import type { MergePlan, Moved } from '@followon/shared/rules/group/plan-merge';
import { planMerge } from '@followon/shared/rules/group/plan-merge';
import { Injectable } from '@nestjs/common';
import { Work } from '../../work/work.js';
import { GroupWrites } from '../group-writes.js';
import type { Dated } from './group-sides.js';
import { GroupSides } from './group-sides.js';
import type { MergeRow } from './merge-rows.js';
import { MergeRows } from './merge-rows.js';

interface Two {
  readonly from: FollowOnGroup;
  readonly into: FollowOnGroup;
}

type Given = NonNullable<MergePlan['roles'][number]['give']>;
const givenOf = ({ roles }: MergePlan): Given[] => roles.flatMap(({ give }) => (give ? [give] : []));

/**
 * One group goes on in another, all in the request's transaction: whoever reads sees two groups or one. Registers stay
 * with the group that held them (docs/decisions/0019).
 */
@Injectable()
export class MergeMoves {
  constructor(
    private readonly work: Work,
    private readonly writes: GroupWrites,
    private readonly merges: MergeRows,
    private readonly sides: GroupSides,
  ) {}

  /** @throws Refusal 409 when the new name was taken meanwhile. */
  async carryOut(merge: MergeRow, { from, into }: Two): Promise<void> {
    const today = this.writes.today();
    const pair = { siteId: merge.siteId, from: from.id, into: into.id, today };
    const plan = planMerge(await this.sides.of(from.id), await this.sides.of(into.id), randomUUID);
    await this.sides.join(plan, pair);
    await this.sides.endRoles(
      plan.roles.map((role) => role.from),
      today,
    );
    await this.sides.give(givenOf(plan), pair);
    const lists = await this.sides.carryLists(pair);
    const { taken, dropped } = await this.sides.takeDates(pair);
    const moved: Moved = {
      ...{ fromState: from.state as Moved['fromState'], intoName: into.name, closing: closingOf(from) },
      ...{ joining: [...plan.joining], returning: [...plan.returning], ...lists },
      roles: plan.roles.map((role) => ({ from: role.from, to: role.give?.id ?? null })),
      dates: taken.map(({ id }) => id),
      dropped: dropped.map((date) => ({ ...date, because: 'meets-that-day' })),
    };
    await this.merges.keepMerged(merge.id, { on: today, moved });
    await this.merges.withdrawOthers(from.id, merge.id);
    await this.writes.withdrawOffers(from.id);
    await this.changeGroups(merge, { from, into }, today);
    await this.announce(merge, plan, taken);
  }

  private async changeGroups({ newName }: MergeRow, { from, into }: Two, today: string): Promise<void> {
    const ended = { state: 'merged', mergedIntoId: into.id, closedOn: today } as const;
    await this.writes.change(from, { ...ended, closingOn: null, closingHow: null });
    await this.writes.change(into, newName === null ? {} : { name: newName });
  }

  private async announce(merge: MergeRow, plan: MergePlan, taken: readonly Dated[]): Promise<void> {
    const { id: mergeId, siteId, fromId, intoId } = merge;
    const on = this.writes.today();
    const payload = { groupId: fromId, mergeId, intoGroupId: intoId, on };
    await this.work.append({ name: 'group.merged.v1', streamId: fromId, siteId, payload });
    const there = { streamId: intoId, siteId };
    await this.work.append({ name: 'group.changed.v1', ...there, payload: { groupId: intoId } });
    for (const { to: memberId } of [...plan.joining, ...plan.returning])
      await this.work.append({ name: 'member.joined.v1', ...there, payload: { groupId: intoId, memberId } });
    for (const { id: roleId, kind } of givenOf(plan))
      await this.work.append({
        name: 'role.accepted.v1',
        ...there,
        payload: { groupId: intoId, roleId, kind },
      });
    for (const { id: meetingId, on: day } of taken) {
      const planned = { groupId: intoId, meetingId, on: day };
      await this.work.append({ name: 'meeting.planned.v1', ...there, payload: planned });
    }
  }
}

const closingOf = ({ closingOn, closingHow }: FollowOnGroup): Moved['closing'] =>
  closingOn && closingHow ? { on: closingOn, how: closingHow } : null;
