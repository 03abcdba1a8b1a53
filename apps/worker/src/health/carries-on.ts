import { prepared } from '@followon/shared/db/prepared';
import type { Assessment, Replay } from '@followon/shared/rules/health/assess-group';
import type { GroupHistory } from '@followon/shared/rules/health/facts';
import { isSilent, withoutSilence } from '@followon/shared/rules/health/lived/without-silence';
import type { Candidate } from '@followon/shared/rules/health/successor';
import { successorOf, successorRule } from '@followon/shared/rules/health/successor';
import type { EntityManager } from 'typeorm';
import { LISTENED } from './judged-event.js';
import { lastMetOn } from './health-columns.js';
import type { GroupStanding } from './judged-group.js';

/** People are the same in two groups of a site when they have one account or one imported reference. */
const ELSEWHERE = {
  name: 'where-people-went',
  text: `
  with gone as (
    select id, account_id, reference_hash from member where id = any($3::uuid[])
  ), elsewhere as (
    select m.group_id, m.id, gone.id as known_as from gone join member m on m.reference_hash = gone.reference_hash
    union select m.group_id, m.id, gone.id from gone join member m on m.account_id = gone.account_id
  )
  select e.group_id as "groupId", first.met_on as "firstMetOn", array_agg(distinct e.known_as) as people
  from elsewhere e join follow_on_group g on g.id = e.group_id and g.site_id = $1 and g.id <> $2
    and g.state not in ('closed', 'closed-well', 'merged')
  cross join lateral (select min(m.held_on) as met_on from meeting m
    where m.group_id = e.group_id and m.outcome in ('held', 'missing')) first
  where first.met_on between $4::date - ${successorRule.daysBefore} and $4::date + ${successorRule.daysAfter}
    and exists (select from attendance a where a.group_id = e.group_id and e.id = any(a.present))
  group by e.group_id, first.met_on`,
};

interface Judged {
  readonly standing: GroupStanding;
  readonly history: GroupHistory;
  readonly replay: Replay;
  readonly assessment: Assessment;
  readonly asOf: string;
}

export interface CarriedOn {
  readonly assessment: Assessment;
  readonly successorId: string | null;
}

/**
 * Silence of a group whose people meet under another name is no alarm: its level is what its own meetings gave it, and
 * the reason says why. Looked for again at every judgement while it is silent, so that a later find withdraws.
 */
export async function whereItCarriesOn(manager: EntityManager, judged: Judged): Promise<CarriedOn> {
  const { standing, history, replay, assessment, asOf } = judged;
  if (!LISTENED.includes(standing.state)) return { assessment, successorId: standing.successor_id };
  const metOn = lastMetOn(history, asOf);
  if (metOn === null || !isSilent(assessment)) return { assessment, successorId: null };
  const people = peopleAtItsEnd(history, asOf);
  if (people.length < successorRule.peopleAtLeast) return { assessment, successorId: null };
  const values = [standing.site_id, standing.group_id, people, metOn];
  const candidates = await prepared<Candidate>(manager, ELSEWHERE, values);
  const successorId = successorOf({ lastMetOn: metOn, people }, candidates);
  return successorId
    ? { successorId, assessment: withoutSilence(assessment, replay.assessOn(metOn), metOn) }
    : { assessment, successorId };
}

const peopleAtItsEnd = ({ meetings }: GroupHistory, asOf: string): string[] => [
  ...new Set(
    meetings
      .filter(({ on, attendees }) => on <= asOf && attendees !== undefined && attendees.length > 0)
      .slice(-successorRule.registers)
      .flatMap(({ attendees = [] }) => attendees),
  ),
];
