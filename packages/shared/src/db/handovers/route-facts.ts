import type { EntityManager } from 'typeorm';
import { addDays } from '../../rules/calendar/civil-date.js';
import type { Interest } from '../../rules/handover/interest.js';
import { DEFAULT_MINIMUM_INTEREST, PARTNER_WITHIN_DAYS } from '../../rules/handover/interest.js';
import type { SuggestionFacts } from '../../rules/handover/suggest-route.js';
import { goesOnIn } from './group-of.js';

interface ProgrammeRow {
  readonly mode: SuggestionFacts['mode'];
  readonly lastSessionOn: string;
  readonly minimum: number;
  readonly interest: Interest | null;
  readonly partnerId: string | null;
}

const PROGRAMME = `
  select p.mode, coalesce(p.finished_on, p.last_session_on) as "lastSessionOn", coalesce(hp.minimum_interest, $2::int) as minimum,
    case when i.programme_id is not null then jsonb_build_object('yes', i.yes, 'maybe', i.maybe, 'no', i.no, 'otherKind', i.other_kind) end as interest,
    h.with_programme_id as "partnerId"
  from programme p left join handover h on h.programme_id = p.id left join programme_interest i on i.programme_id = p.id
    left join handover_policy hp on hp.site_id = p.site_id
  where p.id = $1`;

/** Of the same site, with no handover yet or one that is still open. */
const PARTNERS = `
  select q.id, q.name, coalesce(q.finished_on, q.last_session_on) as "lastSessionOn"
  from programme p join programme q on q.site_id = p.site_id and q.id <> p.id left join handover k on k.programme_id = q.id
  where p.id = $1 and (k.id is null or k.state = 'open')
    and abs(coalesce(q.finished_on, q.last_session_on) - coalesce(p.finished_on, p.last_session_on)) <= $2::int
  order by 3, q.name, q.id limit 50`;

const ASKED_BY = `
  select q.id, q.name from handover k join programme q on q.id = k.programme_id
  where k.with_programme_id = $1 and k.route = 'merge' and k.state <> 'declined' order by q.name, q.id limit 50`;

const GROUPS = `
  select g.id, g.name, g.welcomes_new as "welcomesNew" from programme p join follow_on_group g on g.site_id = p.site_id
  where p.id = $1 and g.state = 'meeting' and g.programme_id is distinct from p.id
    and not exists (select from handover h where h.programme_id = p.id and ${goesOnIn('g.id')}) order by g.welcomes_new desc, g.name, g.id limit 50`;

interface Named {
  readonly id: string;
  readonly name: string;
}

/** What is known for and against every way in which the people of a programme may carry on. */
export interface RouteSituation {
  readonly facts: Omit<SuggestionFacts, 'interest'> & { readonly interest: Interest | undefined };
  readonly programmes: readonly (Named & { readonly lastSessionOn: string })[];
  readonly askedBy: readonly Named[];
  readonly groups: readonly (Named & { readonly welcomesNew: boolean })[];
}

/**
 * Read as whoever asks: programmes and groups of other sites stay behind the wall. Six weeks after the last session nobody
 * waits for a partner any more. Undefined when the programme is not there.
 */
export async function routeSituation(
  manager: EntityManager,
  programmeId: string,
  today: string,
): Promise<RouteSituation | undefined> {
  const [row]: ProgrammeRow[] = await manager.query(PROGRAMME, [programmeId, DEFAULT_MINIMUM_INTEREST]);
  if (!row) return undefined;
  const isWaiting = today < addDays(row.lastSessionOn, PARTNER_WITHIN_DAYS);
  const programmes: RouteSituation['programmes'] = isWaiting
    ? await manager.query(PARTNERS, [programmeId, PARTNER_WITHIN_DAYS])
    : [];
  const askedBy: RouteSituation['askedBy'] = await manager.query(ASKED_BY, [programmeId]);
  const groups: RouteSituation['groups'] = await manager.query(GROUPS, [programmeId]);
  return {
    ...{ programmes, askedBy, groups },
    facts: {
      ...{ mode: row.mode, minimum: row.minimum, interest: row.interest ?? undefined },
      hasPartner: row.partnerId !== null || programmes.length + askedBy.length > 0,
      hasGroup: groups.length > 0,
      isWelcomeSomewhere: groups.some(({ welcomesNew }) => welcomesNew),
    },
  };
}
