import type { DomainEvent } from '@followon/shared/events/catalogue';
import { londonDate } from '@followon/shared/rules/calendar/london';
import { momentsOf } from '@followon/shared/rules/nudge/moments';
import { flareKindness } from '@followon/shared/rules/nudge/nudges/flare-kindness';
import { Injectable } from '@nestjs/common';
import type { Outcome, Reaction, Within } from '../dispatch/reaction.js';
import { planNudges } from './plan-nudges.js';
import { membersOf, roleHoldersOf } from './recipients.js';

/** A contact person asked for a kind word to the group: it goes to its people who said yes, and to those who look after it. */
@Injectable()
export class SendKindness implements Reaction<'kindness.asked.v1'> {
  readonly reactor = 'nudges';
  readonly name = 'send-kindness';

  async react(event: DomainEvent<'kindness.asked.v1'>, within: Within): Promise<Outcome> {
    const { manager, now } = within;
    const { groupId, on } = event.payload;
    const today = londonDate(now);
    const holders = await roleHoldersOf(manager, groupId, { kinds: ['contact', 'host'], today });
    const members = await membersOf(manager, groupId, today);
    const isHolder = new Set(holders.map(({ personId }) => personId));
    const to = [...holders, ...members.filter(({ personId }) => !isHolder.has(personId))];
    const [moment] = momentsOf(flareKindness, today);
    if (!moment) throw new Error('the kind word has no moment');
    const plan = { because: event, nudge: flareKindness, subjectId: groupId, to, moment };
    return planNudges({ ...plan, occasion: `${groupId}/${on}`, figures: {} }, within);
  }
}
