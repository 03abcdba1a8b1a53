import { armDue } from '@followon/shared/db/due/arm-due';
import type { DomainEvent } from '@followon/shared/events/catalogue';
import { londonDate } from '@followon/shared/rules/calendar/london';
import { nextSuccessionStep } from '@followon/shared/rules/handover/succession';
import { Injectable } from '@nestjs/common';
import type { FollowOn, Outcome, Reaction, Within } from '../dispatch/reaction.js';
import { factsOf, standingOf } from './succession-facts.js';
import type { Because, SuccessionFact } from './take-succession-step.js';
import { successionLook, takeSuccessionStep } from './take-succession-step.js';

type Watched =
  | 'group.formed.v1'
  | 'group.rested.v1'
  | 'group.resumed.v1'
  | 'group.closed.v1'
  | 'group.restarted.v1'
  | 'group.merged.v1'
  | 'group.merge-undone.v1'
  | 'member.left.v1'
  | 'role.accepted.v1'
  | 'role.vacated.v1';

/**
 * No active group without a contact person or an open search with a clock. Whatever happened, the group is looked at as
 * it stands now, so that what is heard again, late or out of order does no harm.
 */
@Injectable()
export class WatchSuccession implements Reaction<Watched> {
  readonly reactor = 'handover';
  readonly name = 'watch-succession';

  async react(event: DomainEvent<Watched>, within: Within): Promise<Outcome> {
    const { manager, now, append } = within;
    const today = londonDate(now);
    const said: string[] = [];
    for (const groupId of groupsOf(event)) {
      const standing = await standingOf(manager, groupId);
      if (!standing) continue;
      const step = nextSuccessionStep(factsOf(standing, { today, resumedOn: resumedOn(event) }));
      const taken = await takeSuccessionStep(standing, step, { manager, today, because: becauseOf(event) });
      if (taken?.fact) append(followOn(event, taken.fact));
      if (taken) said.push(taken.did);
    }
    if (event.name === 'group.formed.v1') await armDue(manager, [successionLook(event.siteId, today)]);
    return said.length > 0 ? { did: said.join('; ') } : { skipped: 'somebody can be rung, or is looked for' };
  }
}

/** A merge is told on one group's stream and concerns two. */
const groupsOf = ({ payload }: DomainEvent<Watched>): readonly string[] =>
  'intoGroupId' in payload ? [payload.groupId, payload.intoGroupId] : [payload.groupId];

const resumedOn = (event: DomainEvent<Watched>): string | undefined =>
  event.name === 'group.resumed.v1' || event.name === 'group.restarted.v1' ? event.payload.on : undefined;

const becauseOf = ({ name }: DomainEvent<Watched>): Because =>
  name === 'member.left.v1' ? 'left' : 'stepped-down';

/** Two groups of a merge have a stream each. */
const followOn = (because: DomainEvent<Watched>, fact: SuccessionFact): FollowOn<'succession.opened.v1'> =>
  ({
    because,
    ...fact,
    stream: { id: fact.payload.groupId, kind: 'group' },
  }) as FollowOn<'succession.opened.v1'>;
