import type { DomainEvent } from '@followon/shared/events/catalogue';
import { Injectable } from '@nestjs/common';
import type { Outcome, Reaction, Within } from '../dispatch/reaction.js';
import { armRounds } from '../sweep/rounds.js';

type Begun = 'group.formed.v1' | 'programme.scheduled.v1';

/** The first group or programme of a site sets its rounds going; those of older ones the weekly look at silence keeps going. */
@Injectable()
export class ArmRounds implements Reaction<Begun> {
  readonly reactor = 'nudges';
  readonly name = 'arm-rounds';

  async react({ siteId, streamKind, streamId }: DomainEvent<Begun>, within: Within): Promise<Outcome> {
    const { manager, now } = within;
    await armRounds(manager, { siteId, now, ...(streamKind === 'group' && { groupId: streamId }) });
    return { did: 'the next rounds are in the diary' };
  }
}
