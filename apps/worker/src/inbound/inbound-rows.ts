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
  select id from inbound_message where handled_at is null order by outcome is not null, received_at, id limit ${PAGE}`;
const CLAIM = `
  select id, kind, happened_at, reference, status, from_hash, said, amount from inbound_message
  where id = $1 and handled_at is null for update skip locked`;

export async function waitingIds(manager: EntityManager): Promise<string[]> {
  const rows: { id: string }[] = await manager.query(WAITING);
  return rows.map(({ id }) => id);
}

/** Undefined when another worker has it, or it was dealt with meanwhile. */
export async function claimInbound(manager: EntityManager, id: string): Promise<InboundRow | undefined> {
  const [row]: InboundRow[] = await manager.query(CLAIM, [id]);
  return row;
}

export async function settleInbound(
  manager: EntityManager,
  id: string,
  { outcome, now }: { readonly outcome: string; readonly now: Date },
): Promise<void> {
  await manager.query('update inbound_message set handled_at = $2, outcome = $3 where id = $1', [
    id,
    now,
    outcome,
  ]);
}

/** Looked at again at the next turn, after everything that is new. */
export async function putInboundOff(manager: EntityManager, id: string, why: string): Promise<void> {
  await manager.query('update inbound_message set outcome = $2 where id = $1 and handled_at is null', [
    id,
    why,
  ]);
}
