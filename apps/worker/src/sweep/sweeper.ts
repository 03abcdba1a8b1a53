import { inTransaction } from '@followon/shared/db/transaction';
import { Inject, Injectable } from '@nestjs/common';
import type { DataSource } from 'typeorm';
import { inBrief, log } from '../log.js';
import { WORKER_DB } from '../tokens.js';
import { sweepRules } from './rules.js';
import type { DueRow, SweepRule } from './sweep-rule.js';

const PAGE = 200;

const DUE = `
  select id, rule, site_id, due_at::text from due
  where done_at is null and due_at <= $1 and (due_at, id) > ($2::timestamptz, $3::bigint)
  order by due.due_at, id limit ${PAGE}`;

const CLAIM = `
  select id, rule, site_id, stream_id, subject_id, occurrence from due
  where id = $1 and done_at is null for update skip locked`;

const CLAIM_ALL = `
  select id, rule, site_id, stream_id, subject_id, occurrence from due
  where id = any($1::bigint[]) and done_at is null order by id for update skip locked`;
const SETTLE_ALL = `
  update due d set done_at = $2, outcome = s.outcome from jsonb_to_recordset($1::jsonb) as s(id bigint, outcome text) where d.id = s.id`;

interface Found {
  readonly id: number;
  readonly rule: string;
  readonly site_id: string;
  readonly due_at: string;
}

/** Does what is due, each row in a transaction of its own as its site; any number of workers may sweep at once. */
@Injectable()
export class Sweeper {
  constructor(@Inject(WORKER_DB) private readonly database: DataSource) {}

  /** Everything due by `now`, earliest first; answers how many rows were done. A row that fails waits for the next sweep. */
  async sweep(now: Date): Promise<number> {
    let done = 0;
    for (let more = await this.pass(now); more > 0; more = await this.pass(now)) done += more;
    return done;
  }

  /** Once through the diary; what was done may have put into it what is due already. */
  private async pass(now: Date): Promise<number> {
    let done = 0;
    let after: Pick<Found, 'due_at' | 'id'> = { due_at: '-infinity', id: 0 };
    for (;;) {
      const found: Found[] = await this.database.manager.query(DUE, [now, after.due_at, after.id]);
      for (const rows of runsOf(found)) done += await this.tryRun(rows, now);
      const last = found.at(-1);
      if (!last || found.length < PAGE) return done;
      after = last;
    }
  }

  /** Rows of one rule and site at once where the rule can, and one by one where it cannot or one of them fails. */
  private async tryRun(rows: readonly Found[], now: Date): Promise<number> {
    const [first] = rows;
    const sweepAll = sweepRules.find(({ rule }) => rule === first?.rule)?.sweepAll;
    if (first && sweepAll && rows.length > 1) {
      try {
        return await this.all(rows, now, sweepAll);
      } catch (error) {
        log.warn({ rule: first.rule, error: inBrief(error) }, 'due rows are done one by one');
      }
    }
    let done = 0;
    for (const row of rows) if (await this.tryOne(row, now)) done += 1;
    return done;
  }

  private all(
    rows: readonly Found[],
    now: Date,
    sweepAll: NonNullable<SweepRule['sweepAll']>,
  ): Promise<number> {
    const siteId = rows[0]?.site_id ?? '';
    return inTransaction(this.database, { kind: 'site', siteId }, async (manager) => {
      const dues: DueRow[] = await manager.query(CLAIM_ALL, [rows.map(({ id }) => id)]);
      const outcomes = await sweepAll(dues, { manager, now });
      const settled = [...outcomes].map(([id, outcome]) => ({ id, outcome }));
      await manager.query(SETTLE_ALL, [JSON.stringify(settled), now]);
      return settled.length;
    });
  }

  private async tryOne(row: Found, now: Date): Promise<boolean> {
    try {
      return await this.one(row, now);
    } catch (error) {
      log.error({ due: row.id, rule: row.rule, error: inBrief(error) }, 'a due row could not be done');
      return false;
    }
  }

  private one({ id, rule, site_id }: Found, now: Date): Promise<boolean> {
    return inTransaction(this.database, { kind: 'site', siteId: site_id }, async (manager) => {
      const [due]: DueRow[] = await manager.query(CLAIM, [id]);
      if (!due) return false;
      const sweepRule = sweepRules.find((known) => known.rule === rule);
      if (!sweepRule) throw new Error(`no sweep rule is called ${rule}`);
      const outcome = await sweepRule.sweep(due, { manager, now });
      await manager.query('update due set done_at = $2, outcome = $3 where id = $1', [id, now, outcome]);
      return true;
    });
  }
}

/** Neighbours of the same rule and site. */
function runsOf(found: readonly Found[]): Found[][] {
  const runs: Found[][] = [];
  for (const row of found) {
    const last = runs.at(-1);
    if (last?.[0]?.rule === row.rule && last[0].site_id === row.site_id) last.push(row);
    else runs.push([row]);
  }
  return runs;
}
