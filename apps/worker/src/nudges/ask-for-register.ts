import type { DomainEvent } from '@followon/shared/events/catalogue';
import { londonDate } from '@followon/shared/rules/calendar/london';
import { momentsOf } from '@followon/shared/rules/nudge/moments';
import { howWasIt } from '@followon/shared/rules/nudge/nudges/how-was-it';
import { registerMissing } from '@followon/shared/rules/nudge/nudges/register-missing';
import { Injectable } from '@nestjs/common';
import type { Outcome, Reaction, Within } from '../dispatch/reaction.js';
import { join } from './offer-a-hand.js';
import { planNudges } from './plan-nudges.js';
import { roleHoldersOf } from './recipients.js';

const asks = [
  { nudge: howWasIt, kinds: ['contact'] },
  { nudge: registerMissing, kinds: ['host'] },
] as const;

/** A meeting has no register: its contact people are asked the day after, its host once more two days later. */
@Injectable()
export class AskForRegister implements Reaction<'register.missing.v1'> {
  readonly reactor = 'nudges';
  readonly name = 'ask-for-register';

  async react(event: DomainEvent<'register.missing.v1'>, within: Within): Promise<Outcome> {
    if (event.origin !== 'live') return { skipped: 'imported history asks nobody' };
    const { meetingId, on } = event.payload;
    const today = londonDate(within.now);
    const asked = await Promise.all(
      asks.map(({ kinds }) => roleHoldersOf(within.manager, event.streamId, { kinds, today })),
    );
    const outcomes: Outcome[] = [];
    for (const [index, { nudge }] of asks.entries()) {
      const to = asked[index] ?? [];
      for (const moment of momentsOf(nudge, on)) {
        outcomes.push(
          await planNudges(
            { because: event, nudge, to, moment, subjectId: meetingId, figures: { on } },
            within,
          ),
        );
      }
    }
    return join(...outcomes);
  }
}
