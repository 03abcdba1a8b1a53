import { createHash } from 'node:crypto';
import { Injectable } from '@nestjs/common';
import { currentRequestId } from '../http/request-id.js';
import { Work } from '../work/work.js';

interface Entry {
  /** What was done, as a stable key such as `register.saved`. */
  readonly what: string;
  readonly siteId: string;
  /** Id of the record it was done to. */
  readonly subject: string;
}

/**
 * One chain per site: every entry's hash covers the one before it, so that a changed, removed or reordered entry
 * shows. Written in the same transaction as what it tells of: if it cannot be written, nothing happens.
 */
@Injectable()
export class Audit {
  constructor(private readonly work: Work) {}

  async record({ what, siteId, subject }: Entry): Promise<void> {
    const { manager } = this.work;
    await manager.query('insert into audit_head (site_id) values ($1) on conflict do nothing', [siteId]);
    const [head]: { seq: number; hash: Buffer }[] = await manager.query(
      'select seq, hash from audit_head where site_id = $1 for update',
      [siteId],
    );
    if (!head) throw new Error(`site ${siteId} has no audit chain this principal may write to`);
    const seq = head.seq + 1;
    const at = this.work.now().toISOString();
    const entry = {
      seq,
      siteId,
      who: this.work.who.accountId,
      what,
      subject,
      requestId: currentRequestId() ?? null,
      at,
    };
    const hash = createHash('sha256').update(head.hash).update(JSON.stringify(entry)).digest();
    await manager.query(
      `insert into audit_entry (site_id, seq, who, what, subject, request_id, at, prev_hash, hash) values ($1, $2, $3, $4, $5, $6, $7, $8, $9)`,
      [siteId, seq, entry.who, what, subject, entry.requestId, at, head.hash, hash],
    );
    await manager.query('update audit_head set seq = $2, hash = $3 where site_id = $1', [siteId, seq, hash]);
  }
}
