import type { DomainEvent } from '@followon/shared/events/catalogue';
import { londonDate } from '@followon/shared/rules/calendar/london';
import { momentsOf } from '@followon/shared/rules/nudge/moments';
import type { Nudge } from '@followon/shared/rules/nudge/nudge';
import { handRoundRoles } from '@followon/shared/rules/nudge/nudges/hand-round-roles';
import { winterNote } from '@followon/shared/rules/nudge/nudges/winter-note';
import { Injectable } from '@nestjs/common';
import type { Outcome, Reaction, Within } from '../dispatch/reaction.js';
import { planNudges } from './plan-nudges.js';
import { roleHoldersOf } from './recipients.js';

const rounds = { winter: winterNote, roles: handRoundRoles } as const;

/** Asks the people who look after a group, once for each day on which it is due. */
async function askHolders(
  because: DomainEvent,
  { nudge, groupId, on }: { readonly nudge: Nudge; readonly groupId: string; readonly on: string },
  within: Within,
): Promise<Outcome> {
  const today = londonDate(within.now);
  const to = await roleHoldersOf(within.manager, groupId, { kinds: ['contact', 'host'], today });
  const [moment] = momentsOf(nudge, today);
  if (!moment) throw new Error(`${nudge.key} has no moment`);
  const occasion = `${groupId}/${on}`;
  return planNudges({ because, nudge, subjectId: groupId, moment, to, occasion, figures: { on } }, within);
}

/** A question to a group that comes with the calendar. */
@Injectable()
export class PlanGroupRound implements Reaction<'group-round.due.v1'> {
  readonly reactor = 'nudges';
  readonly name = 'plan-group-round';

  react(event: DomainEvent<'group-round.due.v1'>, within: Within): Promise<Outcome> {
    const { groupId, round, on } = event.payload;
    return askHolders(event, { nudge: rounds[round], groupId, on }, within);
  }
}
