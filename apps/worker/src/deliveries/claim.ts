import type { EntityManager } from 'typeorm';

const LEASE_S = 60;

/** A delivery that is due, with the message it carries. */
export interface Claimed {
  readonly id: string;
  readonly site_id: string;
  readonly event_id: string;
  readonly idem_key: string;
  readonly channel: string;
  readonly tries: number;
  readonly nudge_id: string;
  readonly key: string;
  readonly audience: 'member' | 'role-holder' | 'volunteer' | 'staff';
  readonly person_kind: 'account' | 'member';
  readonly person_id: string;
  readonly subject_id: string;
  readonly group_id: string | null;
  readonly programme_id: string | null;
  readonly use_by: Date;
  readonly figures: Readonly<Record<string, unknown>>;
}

const CLAIM = `
  select d.id, d.site_id, d.event_id, d.idem_key, d.channel, d.tries, n.id as nudge_id, n.key, n.audience, n.person_kind, n.person_id, n.subject_id,
    n.group_id, n.programme_id, n.use_by, n.figures
  from delivery d join nudge n on n.id = d.nudge_id
  where d.id = $1 and d.state = 'queued' and d.due_at <= $2 for update of d skip locked`;

/** Undefined when another worker has it, or it is not due any more. Messages to one person are weighed one at a time. */
export async function claim(manager: EntityManager, id: string, now: Date): Promise<Claimed | undefined> {
  const [row]: Claimed[] = await manager.query(CLAIM, [id, now]);
  if (row) await manager.query('select pg_advisory_xact_lock(hashtextextended($1, 0))', [row.person_id]);
  return row;
}

export async function lease(manager: EntityManager, { id }: Claimed, owner: string): Promise<void> {
  await manager.query(
    `update delivery set state = 'sending', lease_owner = $2, lease_until = now() + make_interval(secs => ${LEASE_S}), tries = tries + 1 where id = $1`,
    [id, owner],
  );
}

export async function hold(manager: EntityManager, { id }: Claimed, until: Date): Promise<void> {
  await manager.query(`update delivery set due_at = $2, reason = 'quiet-hours' where id = $1`, [id, until]);
}

export async function suppress(
  manager: EntityManager,
  { id, nudge_id }: Claimed,
  reason: string,
): Promise<void> {
  await manager.query(`update delivery set state = 'suppressed', reason = $2 where id = $1`, [id, reason]);
  await manager.query(`update nudge set state = 'suppressed', reason = $2 where id = $1`, [nudge_id, reason]);
}

/** False when the lease was lost meanwhile: then somebody else decides. */
export async function close(
  manager: EntityManager,
  { id, nudge_id }: Claimed,
  { owner, at, providerRef }: { owner: string; at: Date; providerRef: string | null },
): Promise<boolean> {
  const answer: [unknown[], number] = await manager.query(
    `update delivery set state = 'sent', sent_at = $3, provider_ref = $4, lease_owner = null, lease_until = null, reason = null
     where id = $1 and state = 'sending' and lease_owner = $2`,
    [id, owner, at, providerRef],
  );
  if (answer[1] === 0) return false;
  await manager.query(`update nudge set state = 'sent', sent_at = $2 where id = $1`, [nudge_id, at]);
  return true;
}

const MOST_TRIES = 5;

/** Refused before it left: again a little later, and after five tries a person's task. */
export async function putBack(
  manager: EntityManager,
  { id }: Claimed,
  { owner, reason }: { owner: string; reason: string },
): Promise<void> {
  await manager.query(
    `update delivery set state = case when tries >= ${MOST_TRIES} then 'dead' else 'queued' end, reason = $3, lease_owner = null, lease_until = null,
       due_at = due_at + make_interval(mins => 5) where id = $1 and state = 'sending' and lease_owner = $2`,
    [id, owner, reason],
  );
}
