import { prepared } from '@followon/shared/db/prepared';
import type { EntityManager } from 'typeorm';

/** Where a message went: an address that was written down, or else the one with which its reader signs in. */
export interface Place {
  readonly pointId: string | null;
  /** As the delivery keeps it: `smtp`, `notify-email`. */
  readonly channel: string;
  readonly personKind: string;
  readonly personId: string;
}

const E_MAIL = ['smtp', 'notify-email'];

const BREAK_POINTS = {
  name: 'contact-points-broken',
  text: 'update contact_point set broken_at = $2 where id = any($1::uuid[]) and broken_at is null',
};
const BREAK_ACCOUNTS = {
  name: 'account-emails-broken',
  text: 'update account set email_broken_at = $2 where id = any($1::uuid[]) and email_broken_at is null',
};
const MEND_POINT = 'update contact_point set broken_at = null where id = $1';
const MEND_ACCOUNT = 'update account set email_broken_at = null where id = $1';

const pointOf = ({ pointId }: Place): string[] => (pointId === null ? [] : [pointId]);
const accountOf = ({ pointId, channel, personKind, personId }: Place): string[] =>
  pointId === null && personKind === 'account' && E_MAIL.includes(channel) ? [personId] : [];

/** Nobody is there: the next message takes another way. */
export async function breakPlaces(manager: EntityManager, places: readonly Place[], at: Date): Promise<void> {
  const points = places.flatMap(pointOf);
  if (points.length > 0) await prepared(manager, BREAK_POINTS, [points, at]);
  const accounts = places.flatMap(accountOf);
  if (accounts.length > 0) await prepared(manager, BREAK_ACCOUNTS, [accounts, at]);
}

/** A message has arrived there. */
export async function mendPlace(manager: EntityManager, place: Place): Promise<void> {
  for (const id of pointOf(place)) await manager.query(MEND_POINT, [id]);
  for (const id of accountOf(place)) await manager.query(MEND_ACCOUNT, [id]);
}
