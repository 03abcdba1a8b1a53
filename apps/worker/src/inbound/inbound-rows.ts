import type { EntityManager } from 'typeorm';

/** Something a provider told, as it was kept. */
export interface InboundRow {
  readonly id: string;
  readonly kind: 'receipt' | 'reply';
  readonly happened_at: Date;
  readonly reference: string | null;
  readonly status: 'sent' | 'delivered' | 'bounced' | 'failed' | null;
  readonly from_hash: Buffer | null;
  readonly said: 'stop' | 'start' | 'pause' | 'count' | 'not-met' | 'unknown' | null;
  readonly amount: number | null;
}

/** Somebody at the number or address, at one of the sites that have a part in them. */
export interface Answerer {
  readonly person_id: string;
  readonly person_kind: 'account' | 'member';
  readonly channel: 'email' | 'sms' | 'letter' | 'push';
  readonly site_id: string;
}

const PAGE = 200;
/** What could not be done yet comes after what was not tried. */
const WAITING = `
  select id, outcome is not null as "wasTried", received_at::text as "receivedAt" from inbound_message
  where handled_at is null and ($1::uuid is null or (outcome is not null, received_at, id) > ($2::boolean, $3::timestamptz, $1::uuid))
  order by outcome is not null, received_at, id limit ${PAGE}`;
/** A clock that goes ahead of ours must not make a word newer than any that follows. */
const COLUMNS = `id, kind, least(happened_at, received_at) as happened_at, reference, status, from_hash, said, amount`;
const CLAIM = `select ${COLUMNS} from inbound_message where id = $1 and handled_at is null for update skip locked`;
/** Of one telephone one at a time, in every worker: what was written first is dealt with first, whichever arrived first. */
const ONE_BY_ONE = `
  select pg_advisory_xact_lock(hashtextextended('texts/' || encode(from_hash, 'hex'), 0)) from inbound_message where id = $1 and from_hash is not null`;
const FIRST = `
  select ${COLUMNS} from inbound_message
  where kind = 'reply' and handled_at is null and from_hash = (select i.from_hash from inbound_message i where i.id = $1)
    and (outcome is null or id = $1)
  order by outcome is not null, least(happened_at, received_at), received_at, id limit 1 for update`;

export interface WaitingRow {
  readonly id: string;
  readonly wasTried: boolean;
  readonly receivedAt: string;
}

/** A page of what waits, after the row given. */
export async function waitingRows(manager: EntityManager, after?: WaitingRow): Promise<WaitingRow[]> {
  return manager.query(WAITING, [after?.id ?? null, after?.wasTried ?? null, after?.receivedAt ?? null]);
}

/**
 * Undefined when another worker has it, or it was dealt with meanwhile. A reply stands for all from its telephone: what is
 * answered is the one that was written first. One that could not be dealt with lets the others go ahead.
 */
export async function claimInbound(manager: EntityManager, id: string): Promise<InboundRow | undefined> {
  const taken: unknown[] = await manager.query(ONE_BY_ONE, [id]);
  const [row]: InboundRow[] = await manager.query(taken.length > 0 ? FIRST : CLAIM, [id]);
  return row;
}

export interface Settled {
  readonly outcome: string;
  readonly meetingId?: string | null;
}

export async function settleInbound(
  manager: EntityManager,
  id: string,
  { outcome, meetingId = null, now }: Settled & { readonly now: Date },
): Promise<void> {
  const sql = 'update inbound_message set handled_at = $2, outcome = $3, meeting_id = $4 where id = $1';
  await manager.query(sql, [id, now, outcome, meetingId]);
}

/** Looked at again at the next turn, after everything that is new. */
export async function putInboundOff(manager: EntityManager, id: string, why: string): Promise<void> {
  await manager.query('update inbound_message set outcome = $2 where id = $1 and handled_at is null', [
    id,
    why,
  ]);
}
