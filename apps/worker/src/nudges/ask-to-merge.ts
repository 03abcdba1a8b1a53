import type { DomainEvent } from '@followon/shared/events/catalogue';
import { londonDate } from '@followon/shared/rules/calendar/london';
import { momentsOf } from '@followon/shared/rules/nudge/moments';
import { mergeAsked } from '@followon/shared/rules/nudge/nudges/merge-asked';
import { Injectable } from '@nestjs/common';
import type { Outcome, Reaction, Within } from '../dispatch/reaction.js';
import { planNudges } from './plan-nudges.js';
import { roleHoldersOf } from './recipients.js';

/** The other group's contact people hear that somebody would like to join them; who, they read on their page. */
@Injectable()
export class AskToMerge implements Reaction<'group.merge-asked.v1'> {
  readonly reactor = 'nudges';
  readonly name = 'ask-to-merge';

  async react(event: DomainEvent<'group.merge-asked.v1'>, within: Within): Promise<Outcome> {
    if (event.origin !== 'live') return { skipped: 'it is history: the question stands on the group’s page' };
    const { mergeId, intoGroupId } = event.payload;
    const today = londonDate(within.now);
    const to = await roleHoldersOf(within.manager, intoGroupId, { kinds: ['contact'], today });
    const [moment] = momentsOf(mergeAsked, today);
    if (!moment) throw new Error(`${mergeAsked.key} has no moment`);
    const stream = { id: intoGroupId, kind: 'group' } as const;
    return planNudges(
      { because: event, nudge: mergeAsked, subjectId: mergeId, to, moment, figures: {}, stream },
      within,
    );
  }
}
