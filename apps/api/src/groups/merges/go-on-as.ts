import type { EntityManager } from 'typeorm';
import type { OnePerson } from './carry-refusals.js';
import { carryRefusals } from './carry-refusals.js';

const GO_ON = `
  update member m set went_on_as = pair."to" from jsonb_to_recordset($1::jsonb) as pair("from" uuid, "to" uuid) where m.id = pair."from"`;
const PAUSES = `
  update member t set paused_until = f.paused_until from jsonb_to_recordset($1::jsonb) as pair("from" uuid, "to" uuid)
    join member f on f.id = pair."from" where t.id = pair."to" and f.paused_until > coalesce(t.paused_until, '-infinity')`;
const ADDRESSES = `select carry_addresses($1::jsonb)`;
const HEIRS = `
  select h.id as "from", m.id as "to", h.left_on is not null as "hasLeft" from member m join member h on h.id = m.went_on_as where m.group_id = $1`;
const PART = `update member set went_on_as = null where group_id = $1`;

/**
 * Members of a group that goes on in another are the members they become there: what they refused and need goes along, so
 * do the addresses where there is none there, and the links they have had are about who they are now (`heir_of`).
 */
export async function goOnAs(manager: EntityManager, people: readonly OnePerson[]): Promise<void> {
  if (people.length === 0) return;
  const pairs = [JSON.stringify(people)];
  await manager.query(GO_ON, pairs);
  await manager.query(PAUSES, pairs);
  await carryRefusals(manager, people);
  await manager.query(ADDRESSES, pairs);
}

/**
 * The groups part: what was said while they were one holds in their own too. Addresses go back with whoever leaves the
 * joint group; who was in both before, or signs in there, keeps them where they are.
 */
export async function partAgain(manager: EntityManager, groupId: string): Promise<void> {
  const people: (OnePerson & { hasLeft: boolean })[] = await manager.query(HEIRS, [groupId]);
  if (people.length === 0) return;
  await manager.query(PAUSES, [JSON.stringify(people)]);
  await carryRefusals(manager, people);
  await manager.query(ADDRESSES, [JSON.stringify(people.filter(({ hasLeft }) => hasLeft))]);
  await manager.query(PART, [groupId]);
}
