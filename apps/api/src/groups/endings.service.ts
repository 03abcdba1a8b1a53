import type { CloseGroup, GroupAct, GroupView } from '@followon/shared/contract/groups';
import type { FollowOnGroup } from '@followon/shared/db/groups/group.entity';
import type { EventName, Payload } from '@followon/shared/events/catalogue';
import { addDays } from '@followon/shared/rules/calendar/civil-date';
import { ANNOUNCED_AT_MOST_DAYS } from '@followon/shared/rules/group/close-reasons';
import { Injectable } from '@nestjs/common';
import { Audit } from '../audit/audit.js';
import { conflict, invalid } from '../http/problem.js';
import { Work } from '../work/work.js';
import { GroupReader } from './group-reader.js';
import { GroupWrites } from './group-writes.js';
import { MergeRows } from './merges/merge-rows.js';
import { OwnAffairs, suffix } from './own-affairs.js';

/** How a group ends, on the day or announced before, and how it starts again. */
@Injectable()
export class EndingsService {
  constructor(
    private readonly work: Work,
    private readonly audit: Audit,
    private readonly reader: GroupReader,
    private readonly writes: GroupWrites,
    private readonly affairs: OwnAffairs,
    private readonly merges: MergeRows,
  ) {}

  /**
   * Today, or announced for a day to come: until then the group goes on.
   * @throws Refusal 404; 400 without an administrator's reason, for a day that is past or too far ahead; 409 when it has ended.
   */
  async close(id: string, { how, closeReason, on, reason }: CloseGroup): Promise<GroupView> {
    const group = await this.affairs.enterLive(id, { action: 'close-group', reason });
    const today = this.writes.today();
    if (on !== undefined && (on < today || on > addDays(today, ANNOUNCED_AT_MOST_DAYS)))
      throw invalid('on', 'Choose today or a day in the next twelve weeks.');
    const why = closeReason ?? group.closeReason;
    if (on !== undefined && on > today) return this.announce(group, { how, on, why, reason });
    if (group.state === 'resting') await this.writes.endRest(id);
    const ended = { state: how, closedOn: today, closeReason: why, restingUntil: null };
    await this.writes.change(group, { ...ended, closingOn: null, closingHow: null });
    await this.merges.withdrawOthers(id, null);
    await this.writes.withdrawOffers(id);
    await this.say(group, 'group.closed.v1', { groupId: id, on: today, how });
    return this.done(group, `group.${how}${suffix(reason)}`);
  }

  /** It will not end after all. @throws Refusal 404; 400 without an administrator's reason; 409 when no ending was announced. */
  async keepGoing(id: string, { reason }: GroupAct): Promise<GroupView> {
    const group = await this.affairs.enterLive(id, { action: 'close-group', reason });
    if (group.closingOn === null)
      throw conflict('group.not-closing', 'No ending was announced for this group.');
    await this.writes.change(group, { closingOn: null, closingHow: null, closeReason: null });
    await this.say(group, 'group.closing-withdrawn.v1', { groupId: id });
    return this.done(group, `group.goes-on${suffix(reason)}`);
  }

  /**
   * After a break it meets again; after an end it gets started anew, and the time between was no silence.
   * @throws Refusal 404; 400 without an administrator's reason; 409 when it goes on already, or in another group.
   */
  async restart(id: string, { reason }: GroupAct): Promise<GroupView> {
    const group = await this.affairs.enter(id, { action: 'restart-group', reason });
    refuseRestart(group);
    const on = this.writes.today();
    if (group.state === 'resting') {
      await this.writes.endRest(id);
      const state = (await this.writes.hasMet(id)) ? 'meeting' : 'forming';
      await this.writes.change(group, { state, restingUntil: null });
    } else {
      await this.writes.startRest(group, { from: group.closedOn ?? on, until: on });
      await this.writes.change(group, { state: 'forming', closedOn: null, closeReason: null });
    }
    await this.say(group, 'group.restarted.v1', { groupId: id, on });
    return this.done(group, `group.restarted${suffix(reason)}`);
  }

  private async announce(
    group: FollowOnGroup,
    ending: {
      how: CloseGroup['how'];
      on: string;
      why: FollowOnGroup['closeReason'];
      reason: string | undefined;
    },
  ): Promise<GroupView> {
    const { how, on, why, reason } = ending;
    await this.writes.change(group, { closingOn: on, closingHow: how, closeReason: why });
    await this.say(group, 'group.closing-announced.v1', { groupId: group.id, on, how });
    return this.done(group, `group.closing-announced${suffix(reason)}`);
  }

  private async say<N extends EventName>(
    { id, siteId }: FollowOnGroup,
    name: N,
    payload: Payload<N>,
  ): Promise<void> {
    await this.work.append<EventName>({ name, streamId: id, siteId, payload });
  }

  private async done({ id, siteId }: FollowOnGroup, what: string): Promise<GroupView> {
    await this.audit.record({ what, siteId, subject: id });
    return this.reader.one(id);
  }
}

function refuseRestart({ state }: FollowOnGroup): void {
  if (['resting', 'closed', 'closed-well'].includes(state)) return;
  if (state === 'merged')
    throw conflict('group.merged', 'This group goes on in another one.', {
      detail: 'For two weeks the two can part again: open the other group’s page.',
    });
  throw conflict('group.going-on', 'This group is going on already.');
}
