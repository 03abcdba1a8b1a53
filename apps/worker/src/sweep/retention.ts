import { Inject, Injectable } from '@nestjs/common';
import type { DataSource } from 'typeorm';
import { WORKER_DB } from '../tokens.js';

const BATCH = 1_000;

interface Rule {
  readonly table: string;
  /** What tells its rows apart. */
  readonly by: string;
  /** $1 is the business clock; what PostgreSQL stamps itself is measured by its own clock. */
  readonly over: string;
}

/** How long what only helps to run the service is kept (docs/operations.md). The ledger and the audit are kept. */
const rules: readonly Rule[] = [
  { table: 'command_key', by: 'account_id, key_hash', over: `at < now() - interval '24 hours'` },
  { table: 'due', by: 'id', over: `done_at < $1::timestamptz - interval '90 days'` },
  { table: 'reaction_outcome', by: 'ctid', over: `at < now() - interval '90 days'` },
  // Long past answering; what was done by it is in the ledger.
  { table: 'link', by: 'id', over: `expires_at < now() - interval '30 days'` },
  // As long as a page counts what waits for a person; that goes with it. What was said by it is in the ledger and the wishes.
  { table: 'inbound_message', by: 'id', over: `handled_at < $1::timestamptz - interval '30 days'` },
  // An upload whose API died before its last byte: its lines hold hashed references, and nobody will apply them.
  {
    table: 'import_line',
    by: 'import_id, line',
    over: `import_id in (select id from import_run where state = 'receiving' and started_at < now() - interval '1 hour')`,
  },
];

/** Throws away what is over, in batches that never hold their locks for long. Any number of workers may do so at once. */
@Injectable()
export class Retention {
  constructor(@Inject(WORKER_DB) private readonly database: DataSource) {}

  /** Answers how many rows went, by table. */
  async sweep(now: Date): Promise<Readonly<Record<string, number>>> {
    const gone: Record<string, number> = {};
    for (const rule of rules) gone[rule.table] = await this.throwAway(rule, now);
    return gone;
  }

  private async throwAway({ table, by, over }: Rule, now: Date): Promise<number> {
    const sql = `delete from ${table} where (${by}) in (select ${by} from ${table} where ${over} limit ${BATCH})`;
    let total = 0;
    for (;;) {
      const values = over.includes('$1') ? [now] : [];
      const [, count]: [unknown, number] = await this.database.query(sql, values);
      total += count;
      if (count < BATCH) return total;
    }
  }
}
