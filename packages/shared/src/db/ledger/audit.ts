import { createHash } from 'node:crypto';
import type { EntityManager } from 'typeorm';

export interface AuditEntry {
  /** What was done, as a stable key such as `register.saved`. */
  readonly what: string;
  readonly siteId: string;
  /** Id of the record it was done to. */
  readonly subject: string;
}

interface Circumstance {
  /** Null: the product itself. */
  readonly who: string | null;
  readonly requestId: string | null;
  readonly at: string;
}

/**
 * One chain per site: every entry's hash covers the one before it, so that a changed, removed or reordered entry
 * shows. Written in the same transaction as what it tells of: if it cannot be written, nothing happens.
 */
export async function noteDown(
  manager: EntityManager,
  entries: readonly AuditEntry[],
  { who, requestId, at }: Circumstance,
): Promise<void> {
  for (const siteId of new Set(entries.map((entry) => entry.siteId))) {
    const ofSite = entries.filter((entry) => entry.siteId === siteId);
    let { seq, hash } = await headOf(manager, siteId);
    const rows = ofSite.map(({ what, subject }) => {
      const entry = { seq: (seq += 1), siteId, who, what, subject, requestId, at };
      const prev = hash;
      hash = createHash('sha256').update(prev).update(JSON.stringify(entry)).digest();
      return { ...entry, prev: prev.toString('hex'), hash: hash.toString('hex') };
    });
    await manager.query(INSERT, [JSON.stringify(rows)]);
    await manager.query('update audit_head set seq = $2, hash = $3 where site_id = $1', [siteId, seq, hash]);
  }
}

const INSERT = `
  insert into audit_entry (site_id, seq, who, what, subject, request_id, at, prev_hash, hash)
  select "siteId", seq, who, what, subject, "requestId", at, decode(prev, 'hex'), decode(hash, 'hex')
  from jsonb_to_recordset($1::jsonb) as e("siteId" uuid, seq bigint, who uuid, what text, subject uuid, "requestId" text, at timestamptz,
    prev text, hash text)`;

async function headOf(manager: EntityManager, siteId: string): Promise<{ seq: number; hash: Buffer }> {
  await manager.query('insert into audit_head (site_id) values ($1) on conflict do nothing', [siteId]);
  const [head]: { seq: number; hash: Buffer }[] = await manager.query(
    'select seq, hash from audit_head where site_id = $1 for update',
    [siteId],
  );
  if (!head) throw new Error(`site ${siteId} has no audit chain this principal may write to`);
  return head;
}
