import type { Person } from '@followon/shared/db/wishes/person';
import { PERSON_COLUMNS, personOf, personValues } from '@followon/shared/db/wishes/person';
import { holdWishes } from '@followon/shared/db/wishes/read-wishes';
import type { EntityManager } from 'typeorm';

export interface OnePerson {
  readonly from: string;
  readonly to: string;
}

interface Pair {
  readonly from: Person;
  readonly to: Person;
}
type Row = { readonly [Side in 'from' | 'to']: { readonly id: string; readonly accountId: string | null } };

/** Somebody with an account there is that account, whoever they were here. One that has no part in the site gets nothing from it. */
const PAIRS = `
  select jsonb_build_object('id', f.id, 'accountId', f.account_id) as "from", jsonb_build_object('id', t.id, 'accountId', t.account_id) as "to"
  from jsonb_to_recordset($1::jsonb) as pair("from" uuid, "to" uuid) join member f on f.id = pair."from" join member t on t.id = pair."to"
  where t.account_id is null or shares_site(t.account_id)`;

/** A row that says the default says nothing; of two that say something, the newer. */
const said = (column: string, unsaid: string): string => `
  ${column} = case when there.${column} is not distinct from ${unsaid} or (excluded.${column} is distinct from ${unsaid}
    and excluded.updated_at > there.updated_at) then excluded.${column} else there.${column} end`;
/** One's own word counts for more than one that was written down. */
const own = (column: string): string =>
  `${column} = coalesce(nullif(there.${column}, 'contact'), nullif(excluded.${column}, 'contact'), there.${column}, excluded.${column})`;

const WISHED = `language, format, hours, quiet_weekdays, bad_until, bad_by, paused_until, paused_by, stopped_at, stopped_by, updated_at`;
/** How somebody likes to be spoken to goes along; the first stop, the longer pause and the longer bad spell hold. */
const WISHES = `
  insert into message_wish as there (${PERSON_COLUMNS}, ${WISHED})
  select $2::uuid, $3, $4::uuid, $5::uuid, ${WISHED} from message_wish where person_id = $1
  on conflict (person_id) do update set ${said('language', 'null')}, ${said('format', `'standard'`)}, ${said('hours', `'any'`)},
    ${said('quiet_weekdays', `'{}'::int[]`)},
    bad_until = greatest(there.bad_until, excluded.bad_until), ${own('bad_by')},
    paused_until = greatest(there.paused_until, excluded.paused_until), ${own('paused_by')},
    stopped_at = least(there.stopped_at, excluded.stopped_at), ${own('stopped_by')},
    updated_at = greatest(there.updated_at, excluded.updated_at), version = there.version + 1`;

/** A yes is asked afresh; a no goes along, unless they have said something newer there. */
const REFUSALS = `
  insert into message_consent as there (${PERSON_COLUMNS}, channel, purpose, wants, said_at, said_by)
  select $2::uuid, $3, $4::uuid, $5::uuid, channel, purpose, false, said_at, said_by from message_consent where person_id = $1 and not wants
  on conflict (person_id, channel, purpose) do update set wants = false, said_at = greatest(there.said_at, excluded.said_at),
    said_by = case when there.wants or there.said_by = 'contact' then excluded.said_by else there.said_by end
  where not there.wants or excluded.said_at >= there.said_at`;

/** Nobody who has stopped messages, or needs them another way, loses that because their group goes on as another, or parts from it. */
export async function carryRefusals(manager: EntityManager, people: readonly OnePerson[]): Promise<void> {
  const rows: Row[] = await manager.query(PAIRS, [JSON.stringify(people)]);
  const pairs = rows.map(({ from, to }): Pair => ({ from: personOf(from), to: personOf(to) }));
  const others = pairs.filter(({ from, to }) => from.id !== to.id);
  await holdAll(manager, others);
  for (const { from, to } of others) {
    const values = [from.id, ...personValues(to)];
    await manager.query(WISHES, values);
    await manager.query(REFUSALS, values);
  }
}

/** What they say at this moment is waited for. In one order, so that nobody waits for each other. */
async function holdAll(manager: EntityManager, pairs: readonly Pair[]): Promise<void> {
  const people = new Map(pairs.flatMap(({ from, to }) => [from, to]).map((person) => [person.id, person]));
  for (const [, person] of [...people].sort(([one], [other]) => (one < other ? -1 : 1)))
    await holdWishes(manager, person);
}
