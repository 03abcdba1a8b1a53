import type { MemberPreferences } from '@followon/shared/contract/groups';
import type { WishesChange } from '@followon/shared/contract/wishes';
import { Member } from '@followon/shared/db/groups/group.entity';
import { personOf } from '@followon/shared/db/wishes/person';
import type { KeptWishes } from '@followon/shared/db/wishes/read-wishes';
import { optInPurposes } from '@followon/shared/rules/nudge/wish-purposes';
import { Injectable } from '@nestjs/common';
import { conflict } from '../../http/problem.js';
import { Work } from '../../work/work.js';
import { WishKeeper } from '../../wishes/wish-keeper.js';

/** Only with a yes of its own: a yes to messages is none to this. */
const ASKED_APART = 'missed-you';

/** A member's wishes as the group's contact person writes them down, or the member for themselves. */
@Injectable()
export class MemberWishes {
  constructor(
    private readonly work: Work,
    private readonly wishes: WishKeeper,
  ) {}

  /** @throws Refusal 400; 409 where somebody else would undo a stop of the member's own */
  async write(member: Member, { wantsMessages, wishes }: MemberPreferences): Promise<void> {
    if (wantsMessages !== undefined) await this.work.repository(Member).update(member.id, { wantsMessages });
    const isOneself = member.accountId === this.work.who.accountId;
    const person = personOf(member);
    const purposes = { ...(wantsMessages !== undefined && ofList(wantsMessages)), ...wishes?.purposes };
    const change: WishesChange = { ...wishes, ...(Object.keys(purposes).length > 0 && { purposes }) };
    await this.wishes.change(
      { person, siteIds: [member.siteId], capacities: ['member'] },
      {
        ...{ change, by: isOneself ? 'self' : 'contact' },
        ...(!isOneself && { check: (kept) => requireNoOwnStop(kept, change) }),
      },
    );
  }
}

const ofList = (wants: boolean): Record<string, boolean> =>
  Object.fromEntries(
    optInPurposes.filter((purpose) => !wants || purpose !== ASKED_APART).map((purpose) => [purpose, wants]),
  );

/** Whoever stopped everything starts again themselves; nobody does it for them. */
function requireNoOwnStop({ wishes }: KeptWishes, { stopAll, startAgain }: WishesChange): void {
  if (!wishes.stoppedAt || (stopAll !== false && !startAgain)) return;
  throw conflict('wishes.stopped', 'This person has stopped their messages.', {
    detail: 'Only they can start them again, with the link in any message they have had.',
  });
}
