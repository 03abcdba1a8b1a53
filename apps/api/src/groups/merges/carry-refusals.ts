import type { EntityManager } from 'typeorm';

export interface OnePerson {
  readonly from: string;
  readonly to: string;
}

const PAIRS = `jsonb_to_recordset($1::jsonb) as pair("from" uuid, "to" uuid)
  join member m on m.id = pair."to" and m.account_id is null`;

/** How somebody likes to be spoken to goes along; where they have said so there too, a stop and the longer pause hold. */
const WISHES = `
  insert into message_wish as there (person_id, person_kind, member_id, language, format, hours, quiet_weekdays, bad_until, paused_until, stopped_at, stopped_by, updated_at)
  select pair."to", 'member', pair."to", w.language, w.format, w.hours, w.quiet_weekdays, w.bad_until, w.paused_until, w.stopped_at, w.stopped_by, w.updated_at
  from ${PAIRS} join message_wish w on w.person_id = pair."from"
  on conflict (person_id) do update set stopped_at = coalesce(there.stopped_at, excluded.stopped_at),
    stopped_by = case when there.stopped_at is null then excluded.stopped_by else there.stopped_by end,
    paused_until = greatest(there.paused_until, excluded.paused_until), version = there.version + 1`;

/** A yes is asked afresh; a no goes along, unless they have said something newer there. */
const REFUSALS = `
  insert into message_consent as there (person_id, person_kind, member_id, channel, purpose, wants, said_at, said_by)
  select pair."to", 'member', pair."to", c.channel, c.purpose, false, c.said_at, c.said_by
  from ${PAIRS} join message_consent c on c.person_id = pair."from" and not c.wants
  on conflict (person_id, channel, purpose) do update set wants = false, said_at = excluded.said_at, said_by = excluded.said_by
  where excluded.said_at > there.said_at`;

/** Nobody who has stopped messages gets them again because their group goes on as another, or parts from it. */
export async function carryRefusals(manager: EntityManager, people: readonly OnePerson[]): Promise<void> {
  if (people.length === 0) return;
  const pairs = JSON.stringify(people);
  await manager.query(WISHES, [pairs]);
  await manager.query(REFUSALS, [pairs]);
}
