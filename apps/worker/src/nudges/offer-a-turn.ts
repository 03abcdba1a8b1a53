import { armDue } from '@followon/shared/db/due/arm-due';
import type { DomainEvent } from '@followon/shared/events/catalogue';
import { tellsOfMarks } from '@followon/shared/rules/health/marks';
import { Injectable } from '@nestjs/common';
import type { Outcome, Reaction, Within } from '../dispatch/reaction.js';
import { isAboutRoles, turnWanted } from '../sweep/rounds.js';

/** One person carries it all, or roles stand empty: whether anyone would like a turn is asked if that is still so in two weeks. */
@Injectable()
export class OfferATurn implements Reaction<'group-health.changed.v1'> {
  readonly reactor = 'nudges';
  readonly name = 'offer-a-turn';

  async react(
    { siteId, origin, payload }: DomainEvent<'group-health.changed.v1'>,
    { manager, now }: Within,
  ): Promise<Outcome> {
    const { groupId, reasons } = payload;
    if (origin !== 'live') return { skipped: 'imported history asks nobody' };
    if (!reasons.some(({ key }) => isAboutRoles(key))) return { skipped: 'it is not about roles' };
    if (tellsOfMarks(reasons)) return { skipped: 'the marks were changed, not the group' };
    await armDue(manager, [turnWanted({ siteId, groupId, now })]);
    return { did: 'will look again in two weeks' };
  }
}
