import type { ImportReport } from '@followon/shared/contract/imports';
import { Injectable } from '@nestjs/common';
import { notFound } from '../http/problem.js';
import { Work } from '../work/work.js';

interface ReportRow extends Omit<ImportReport, 'startedAt' | 'endedAt'> {
  readonly startedAt: Date;
  readonly endedAt: Date | null;
}

/** An upload whose process died never ends by itself; no upload takes an hour. */
const REPORT = `
  select r.id, case when r.state = 'receiving' and r.started_at > now() - interval '1 hour' then 'running'
      when r.state = 'receiving' then 'failed' else r.state end as state,
    r.dry_run as "dryRun", r.read, r.kept, r.created as new, r.applied, r.refused as "refusedTotal", r.groups,
    r.started_at as "startedAt", r.ended_at as "endedAt", listed.refused
  from import_run r left join lateral (select coalesce(jsonb_agg(jsonb_build_object('line', f.line, 'reason', f.reason) order by f.line), '[]') as refused
    from import_refusal f where f.import_id = r.id) listed on true
  where r.id = $1 and r.account_id = $2`;

/** How an import is getting on, for the person who started it. */
@Injectable()
export class ImportReports {
  constructor(private readonly work: Work) {}

  /** @throws Refusal 404 */
  async one(id: string): Promise<ImportReport> {
    const rows: ReportRow[] = await this.work.manager.query(REPORT, [id, this.work.who.accountId]);
    const [row] = rows;
    if (!row) throw notFound();
    return {
      ...row,
      startedAt: row.startedAt.toISOString(),
      endedAt: row.endedAt?.toISOString() ?? null,
    };
  }
}
