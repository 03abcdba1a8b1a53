import { append } from '@followon/shared/db/ledger/append';
import type { NewEvent } from '@followon/shared/db/ledger/append';
import type { Origin } from '@followon/shared/events/envelope';
import { londonDate } from '@followon/shared/rules/calendar/london';
import { nextSuccessionStep } from '@followon/shared/rules/handover/succession';
import { factsOf, standingOfSearch } from '../../handover/succession-facts.js';
import type { GroupStanding } from '../../handover/succession-facts.js';
import { takeSuccessionStep } from '../../handover/take-succession-step.js';
import type { SuccessionFact } from '../../handover/take-succession-step.js';
import type { SweepContext, SweepRule } from '../sweep-rule.js';

/** The day after whoever looks for a contact person had their time: the next is told. */
export const succession: SweepRule = {
  rule: 'succession',
  afterDowntime: 'catch up',
  async sweep(due, context) {
    const standing = await standingOfSearch(context.manager, due.subject_id);
    if (!standing) return 'the search is over';
    if (standing.act_by !== due.occurrence) return 'the day has moved';
    return moveOn(standing, context);
  },
};

/**
 * Asks the rule about one group and carries out what it says.
 * @param origin of a search that opens now; one that is open keeps its own
 */
export async function moveOn(
  standing: GroupStanding,
  { manager, now }: SweepContext,
  origin: Origin = 'live',
): Promise<string> {
  const today = londonDate(now);
  const step = nextSuccessionStep(factsOf(standing, { today }));
  const taken = await takeSuccessionStep(standing, step, { manager, today, because: 'stepped-down' });
  if (!taken) return step.do === 'nothing' ? 'the clock stands still' : 'somebody else was faster';
  if (taken.fact)
    await append(manager, eventOf(taken.fact, { standing, now, origin: await originOf(standing) }));
  return taken.did;

  async function originOf({ succession_id }: GroupStanding): Promise<Origin> {
    return succession_id ? originOfSearch(manager, standing.id, succession_id) : origin;
  }
}

/** A search that an import opened speaks to nobody, at none of its stages: it stands on the screens. */
async function originOfSearch(
  manager: SweepContext['manager'],
  groupId: string,
  successionId: string,
): Promise<Origin> {
  const [row]: { origin: Origin }[] = await manager.query(
    `select origin from event where stream_id = $1 and name = 'succession.opened.v1' and payload ->> 'successionId' = $2 limit 1`,
    [groupId, successionId],
  );
  return row?.origin ?? 'live';
}

const eventOf = (
  fact: SuccessionFact,
  { standing, now, origin }: { standing: GroupStanding; now: Date; origin: Origin },
): NewEvent => ({ ...fact, streamId: standing.id, siteId: standing.site_id, occurredAt: now, origin });
