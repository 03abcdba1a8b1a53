import { WishesChange } from '@followon/shared/contract/wishes';
import { Injectable } from '@nestjs/common';
import { WhoseWishes } from '../../wishes/whose-wishes.js';
import { WishKeeper } from '../../wishes/wish-keeper.js';
import type { LinkActing, Opened, Spent } from '../link-acting.js';
import { nothingMore } from '../link-acting.js';

const NOBODYS: Opened['subject'] = { title: '', key: null, why: null, about: null, dueOn: null, on: null };

/** What its holder gets, how and when: as often as they like, and of nobody else. A member needs no role for it. */
@Injectable()
export class ChangeWishes implements LinkActing<WishesChange> {
  readonly action = 'preferences';
  readonly permits = ['own-wishes'] as const;
  readonly forAnybody = true;
  readonly body = WishesChange;

  constructor(
    private readonly whose: WhoseWishes,
    private readonly wishes: WishKeeper,
  ) {}

  async open(): Promise<Opened> {
    const wishes = await this.wishes.view(await this.whose.ofReader());
    return { ...nothingMore, state: 'ready', subject: NOBODYS, wishes };
  }

  afterUse(): boolean {
    return true;
  }

  async act(_subjectId: string, change: WishesChange): Promise<Spent> {
    await this.wishes.change(await this.whose.ofReader(), { change, by: 'self' });
    return 'kept';
  }
}
