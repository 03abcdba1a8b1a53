import type { EntityManager } from 'typeorm';
import type { Consent } from '../../rules/nudge/consent.js';
import type { SaidWishes } from '../../rules/nudge/wish-changes.js';
import { nothingSaid } from '../../rules/nudge/wish-changes.js';
import type { Person, SaidBy } from './person.js';

export interface KeptAddress {
  readonly id: string;
  readonly channel: string;
  readonly addedAt: Date;
  readonly brokenAt: Date | null;
}

export type KeptConsent = Consent & { readonly saidBy: SaidBy };

/** Whose word a bad day, a pause and a stop were; null without one, or where nobody knows. */
export interface Authors {
  readonly badBy: SaidBy | null;
  readonly pausedBy: SaidBy | null;
  readonly stoppedBy: SaidBy | null;
}

/** Everything somebody said about their messages. */
export interface KeptWishes {
  readonly wishes: SaidWishes;
  /** 0: nothing was said. */
  readonly version: number;
  readonly authors: Authors;
  readonly consents: readonly KeptConsent[];
  readonly addresses: readonly KeptAddress[];
  /** A group has them on its list of those who want messages. */
  readonly onTheList: boolean;
}

type WishRow = SaidWishes & Authors & Pick<KeptWishes, 'version'>;

const noAuthors: Authors = { badBy: null, pausedBy: null, stoppedBy: null };

const WISH = `
  select language, format, hours, quiet_weekdays as "quietWeekdays", bad_until as "badUntil", paused_until as "pausedUntil",
    stopped_at as "stoppedAt", bad_by as "badBy", paused_by as "pausedBy", stopped_by as "stoppedBy", version from message_wish where person_id = $1`;
const CONSENTS = `select channel, purpose, wants, said_at as "saidAt", said_by as "saidBy" from message_consent where person_id = $1`;
const ADDRESSES = `
  select id, channel, added_at as "addedAt", broken_at as "brokenAt" from contact_point
  where person_id = $1 and removed_at is null order by channel`;
const ON_THE_LIST = `
  select exists (select from member where wants_messages and left_on is null and $1 in (id, account_id)) as is`;

/** @param manager in a transaction of somebody who may see this person's wishes */
export async function readWishes(manager: EntityManager, { id }: Person): Promise<KeptWishes> {
  const [row]: WishRow[] = await manager.query(WISH, [id]);
  const { version, badBy, pausedBy, stoppedBy, ...wishes } = row ?? {
    ...{ ...nothingSaid, ...noAuthors, version: 0 },
  };
  const [list]: { is: boolean }[] = await manager.query(ON_THE_LIST, [id]);
  return {
    ...{ wishes, version, authors: { badBy, pausedBy, stoppedBy }, onTheList: list?.is ?? false },
    consents: await manager.query(CONSENTS, [id]),
    addresses: await manager.query(ADDRESSES, [id]),
  };
}

/** Holds somebody's wishes until the end of the transaction: two who change them at once come one after the other. */
export const holdWishes = (manager: EntityManager, { id }: Person): Promise<unknown> =>
  manager.query(`select pg_advisory_xact_lock(hashtextextended('wishes/' || $1::text, 0))`, [id]);
