import { randomUUID } from 'node:crypto';
import type { EntityManager } from 'typeorm';
import { postalText } from '../../contract/postal-address.js';
import type { Address } from '../../contract/wishes.js';
import { optInPurposes } from '../../rules/nudge/wish-purposes.js';
import type { SaidWishes } from '../../rules/nudge/wish-changes.js';
import { sealAddress } from '../contacts/seal-address.js';
import type { Person, SaidBy } from './person.js';
import { PERSON_COLUMNS, personValues } from './person.js';
import type { Authors } from './read-wishes.js';

const WISH = `
  insert into message_wish as w (${PERSON_COLUMNS}, language, format, hours, quiet_weekdays, bad_until, bad_by, paused_until, paused_by, stopped_at, stopped_by,
    updated_at)
  values ($1, $2, $3, $4, $5, $6, $7, $8, $9, $10, $11, $12, $13, $14, $15)
  on conflict (person_id) do update set language = excluded.language, format = excluded.format, hours = excluded.hours,
    quiet_weekdays = excluded.quiet_weekdays, bad_until = excluded.bad_until, bad_by = excluded.bad_by,
    paused_until = excluded.paused_until, paused_by = excluded.paused_by, stopped_at = excluded.stopped_at, stopped_by = excluded.stopped_by, updated_at = greatest(w.updated_at, excluded.updated_at), version = w.version + 1`;

/** Also where only a consent or an address has changed, so that the version tells of every change. */
export async function writeWishes(
  manager: EntityManager,
  person: Person,
  said: { readonly wishes: SaidWishes; readonly authors: Authors; readonly at: Date },
): Promise<void> {
  const { badBy, pausedBy, stoppedBy } = said.authors;
  const { language, format, hours, quietWeekdays, badUntil, pausedUntil, stoppedAt } = said.wishes;
  await manager.query(WISH, [
    ...personValues(person),
    ...[language, format, hours, quietWeekdays, badUntil, badBy, pausedUntil, pausedBy],
    ...[stoppedAt, stoppedBy, said.at],
  ]);
}

const CONSENT = `
  insert into message_consent (${PERSON_COLUMNS}, channel, purpose, wants, said_at, said_by) values ($1, $2, $3, $4, $5, $6, $7, $8, $9)
  on conflict (person_id, channel, purpose) do update set wants = excluded.wants, said_at = excluded.said_at, said_by = excluded.said_by`;

export interface Word {
  readonly channel: string;
  readonly purpose: string;
  readonly wants: boolean;
}

/**
 * Writes yeses and noes down. Where they are about what members are asked for, the lists of the person's groups follow:
 * consents are the truth, and `member.wants_messages` says for the lists whether there is a yes among them.
 */
export async function writeConsents(
  manager: EntityManager,
  person: Person,
  { consents, at, by }: { readonly consents: readonly Word[]; readonly at: Date; readonly by: SaidBy },
): Promise<void> {
  if (consents.length === 0) return;
  for (const { channel, purpose, wants } of consents)
    await manager.query(CONSENT, [...personValues(person), channel, purpose, wants, at, by]);
  const isListed = consents.some(
    ({ channel, purpose }) => channel === 'any' && optInPurposes.includes(purpose),
  );
  if (isListed) await manager.query('select keep_member_lists($1, $2)', [person.id, optInPurposes]);
}

const REMOVE = `update contact_point set removed_at = $3 where person_id = $1 and channel = $2 and removed_at is null`;
const ADD = `
  insert into contact_point (id, ${PERSON_COLUMNS}, channel, sealed, key_id, address_hash, added_at) values ($1, $2, $3, $4, $5, $6, $7, $8, $9, $10)`;

export const removeAddress = (
  manager: EntityManager,
  { id }: Person,
  { channel, at }: { readonly channel: string; readonly at: Date },
): Promise<unknown> => manager.query(REMOVE, [id, channel, at]);

/** In the place of the one there was. Sealed before it is kept; nothing is sent to it because of that. */
export async function keepAddress(
  manager: EntityManager,
  person: Person,
  given: Address & { readonly at: Date; readonly secret: string },
): Promise<void> {
  const { channel, at, secret } = given;
  const address = given.channel === 'letter' ? postalText(given.address) : given.address;
  const id = randomUUID();
  const { sealed, keyId, addressHash } = sealAddress(secret, { id, channel, address });
  await removeAddress(manager, person, { channel, at });
  await manager.query(ADD, [id, ...personValues(person), channel, sealed, keyId, addressHash, at]);
}
