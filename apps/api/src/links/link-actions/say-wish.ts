import { FoundingWish } from '@followon/shared/contract/carrying-on';
import { neutralName } from '@followon/shared/messages/say';
import { distances, interests, slots, ways } from '@followon/shared/rules/handover/founding-wish';
import { Injectable } from '@nestjs/common';
import { InterestQueries } from '../../carrying-on/interest-queries.js';
import { WishesService } from '../../carrying-on/wishes.service.js';
import type { LinkActing, Opened, Spent } from '../link-acting.js';
import { nothingMore } from '../link-acting.js';

const FIELDS: Opened['fields'] = [
  { name: 'interest', kind: 'choice', options: [...interests] },
  { name: 'distance', kind: 'choice', options: [...distances] },
  { name: 'way', kind: 'choice', options: [...ways] },
  { name: 'wouldHost', kind: 'yes-no' },
  { name: 'times', kind: 'several', options: [...slots] },
];

/** A slip for the hat, from whoever is in the room: nobody's name, no time, and no trace of who held the link. */
@Injectable()
export class SayWish implements LinkActing<FoundingWish> {
  readonly action = 'say-wish';
  /** Nothing of the policy table: the one thing it does asks nobody's rights. */
  readonly permits = [];
  readonly forAnybody = true;
  readonly body = FoundingWish;

  constructor(
    private readonly wishes: WishesService,
    private readonly interests: InterestQueries,
  ) {}

  async open(programmeId: string): Promise<Opened> {
    const { name, isOver } = await this.interests.of(programmeId);
    return {
      ...nothingMore,
      state: isOver ? 'no-longer-needed' : 'ready',
      subject: {
        ...{ title: '', key: null, why: null, dueOn: null, on: null },
        about: neutralName(name) ?? null,
      },
      fields: isOver ? [] : FIELDS,
    };
  }

  afterUse(): boolean {
    return true;
  }

  async act(programmeId: string, wish: FoundingWish): Promise<Spent> {
    await this.wishes.add(programmeId, wish);
    return 'kept';
  }
}
