import type { SavedMarks } from '@followon/shared/rules/health/marks';
import { Injectable } from '@nestjs/common';
import { notFound } from '../http/problem.js';
import { Work } from '../work/work.js';

/** Null for `version` where nothing was ever saved. */
export interface PolicyRow extends SavedMarks {
  readonly siteName: string;
  readonly savedAt: Date | null;
}

const ONE = `
  select s.name as "siteName", coalesce(p.version, 0) as version, p.thresholds, p.saved_at as "savedAt"
  from site s left join site_policy p on p.site_id = s.id where s.id = $1`;

/** Nothing is written when somebody else has saved since the version that is changed. */
const SAVE = `
  insert into site_policy as p (site_id, version, thresholds, saved_at, saved_by) values ($1, $2 + 1, $3::jsonb, $4, $5)
  on conflict (site_id) do update
    set version = excluded.version, thresholds = excluded.thresholds, saved_at = excluded.saved_at, saved_by = excluded.saved_by
    where p.version = $2
  returning version`;

@Injectable()
export class PolicyQueries {
  constructor(private readonly work: Work) {}

  /** @throws Refusal 404 for a site that is not there or behind the wall. */
  async of(siteId: string): Promise<PolicyRow> {
    const [row]: PolicyRow[] = await this.work.manager.query(ONE, [siteId]);
    if (!row) throw notFound();
    return row;
  }

  /** The new version; undefined when the one it changes is not the present one any more. */
  async save(siteId: string, { version, thresholds }: SavedMarks): Promise<number | undefined> {
    const { manager, who } = this.work;
    const marks = thresholds && JSON.stringify(thresholds);
    const saved: { version: number }[] = await manager.query(SAVE, [
      ...[siteId, version, marks, this.work.now(), who.accountId],
    ]);
    return saved[0]?.version;
  }
}
