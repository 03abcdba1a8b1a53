import { prepared } from '@followon/shared/db/prepared';
import type { WaitReason } from '@followon/shared/rules/nudge/delivery-reasons';
import type { EntityManager } from 'typeorm';
import type { Claimed } from '../claim.js';

/** Longer than the longest wait for a turn and the longest call of a provider together. */
const LEASE_S = 60;

export interface Leased {
  readonly claimed: Claimed;
  readonly channel: string;
  readonly pointId: string | null;
}

/** Stays where it is until then; a reason says what it waits for. */
export interface Waiting {
  readonly claimed: Claimed;
  /** `held` waits for an hour or for a person, `queued` for its turn. */
  readonly state: 'queued' | 'held';
  readonly until: Date;
  readonly reason: WaitReason;
  readonly channel?: string;
  readonly pointId?: string | null;
}

const LEASE = {
  name: 'lease-deliveries',
  text: `
  update delivery d set state = 'sending', lease_owner = $2, lease_until = clock_timestamp() + make_interval(secs => ${LEASE_S}), tries = tries + 1,
    channel = s.channel, contact_point_id = s.point, reason = null
  from jsonb_to_recordset($1::jsonb) as s(id uuid, channel text, point uuid) where d.id = s.id`,
};

/** Only whoever owns the lease may say afterwards what became of the message. */
export async function lease(manager: EntityManager, leased: readonly Leased[], owner: string): Promise<void> {
  if (leased.length === 0) return;
  const rows = leased.map(({ claimed: { id }, channel, pointId }) => ({ id, channel, point: pointId }));
  await prepared(manager, LEASE, [JSON.stringify(rows), owner]);
}

const WAIT = {
  name: 'let-deliveries-wait',
  text: `
  update delivery d set state = s.state, due_at = s.until, reason = s.reason, channel = coalesce(s.channel, d.channel), contact_point_id = s.point
  from jsonb_to_recordset($1::jsonb) as s(id uuid, state text, until timestamptz, reason text, channel text, point uuid) where d.id = s.id`,
};

export async function letWait(manager: EntityManager, waiting: readonly Waiting[]): Promise<void> {
  if (waiting.length === 0) return;
  const rows = waiting.map(({ claimed: { id }, pointId = null, ...how }) => ({ ...how, id, point: pointId }));
  await prepared(manager, WAIT, [JSON.stringify(rows)]);
}

const SUPPRESS_DELIVERY = `update delivery set state = 'suppressed', reason = $2 where id = $1`;
const SUPPRESS_NUDGE = `update nudge set state = 'suppressed', reason = $2 where id = $1`;

export async function suppress(
  manager: EntityManager,
  { id, nudge_id }: Claimed,
  reason: string,
): Promise<void> {
  await manager.query(SUPPRESS_DELIVERY, [id, reason]);
  await manager.query(SUPPRESS_NUDGE, [nudge_id, reason]);
}
