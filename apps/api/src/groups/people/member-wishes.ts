import { Member } from '@followon/shared/db/groups/group.entity';
import { personOf } from '@followon/shared/db/wishes/person';
import { optInPurposes } from '@followon/shared/rules/nudge/wish-purposes';
import { Injectable } from '@nestjs/common';
import { Work } from '../../work/work.js';
import { WishKeeper } from '../../wishes/wish-keeper.js';

/** Only with a yes of its own: a yes to messages is none to this. */
const ASKED_APART = 'missed-you';

/** Whether a member gets messages at all, as the group's contact person writes it down, or the member for themselves. */
@Injectable()
export class MemberWishes {
  constructor(
    private readonly work: Work,
    private readonly wishes: WishKeeper,
  ) {}

  async write(member: Member, wantsMessages: boolean): Promise<void> {
    await this.work.repository(Member).update(member.id, { wantsMessages });
    const isOneself = member.accountId === this.work.who.accountId;
    await this.wishes.change(
      { person: personOf(member), siteIds: [member.siteId], capacities: ['member'] },
      { change: { purposes: ofList(wantsMessages) }, by: isOneself ? 'self' : 'contact' },
    );
  }
}

const ofList = (wants: boolean): Record<string, boolean> =>
  Object.fromEntries(
    optInPurposes.filter((purpose) => !wants || purpose !== ASKED_APART).map((purpose) => [purpose, wants]),
  );
