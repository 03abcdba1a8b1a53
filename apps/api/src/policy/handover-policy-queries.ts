import { Injectable } from '@nestjs/common';
import { notFound } from '../http/problem.js';
import { Work } from '../work/work.js';

/** Nulls and version 0 where nothing was ever saved. */
export interface HandoverPolicyRow {
  readonly siteName: string;
  readonly leadAfterDays: number | null;
  readonly adminAfterDays: number | null;
  readonly minimumInterest: number | null;
  readonly version: number;
  readonly savedAt: Date | null;
}

const ONE = `
  select s.name as "siteName", p.lead_after_days as "leadAfterDays", p.admin_after_days as "adminAfterDays",
    p.minimum_interest as "minimumInterest", coalesce(p.version, 0) as version, p.saved_at as "savedAt"
  from site s left join handover_policy p on p.site_id = s.id where s.id = $1`;

/** Nothing is written when somebody else has saved since the version that is changed. */
const SAVE = `
  insert into handover_policy as p (site_id, version, lead_after_days, admin_after_days, minimum_interest, saved_at, saved_by)
  values ($1, $2 + 1, $3, $4, $5, $6, $7)
  on conflict (site_id) do update
    set version = excluded.version, lead_after_days = excluded.lead_after_days, admin_after_days = excluded.admin_after_days,
      minimum_interest = excluded.minimum_interest, saved_at = excluded.saved_at, saved_by = excluded.saved_by
    where p.version = $2
  returning version`;

@Injectable()
export class HandoverPolicyQueries {
  constructor(private readonly work: Work) {}

  /** @throws Refusal 404 for a site that is not there or behind the wall. */
  async of(siteId: string): Promise<HandoverPolicyRow> {
    const [row]: HandoverPolicyRow[] = await this.work.manager.query(ONE, [siteId]);
    if (!row) throw notFound();
    return row;
  }

  /** The new version; undefined when the one it changes is not the present one any more. */
  async save(
    siteId: string,
    version: number,
    days: {
      readonly leadAfterDays: number;
      readonly adminAfterDays: number;
      readonly minimumInterest: number;
    },
  ): Promise<number | undefined> {
    const { manager, who } = this.work;
    const saved: { version: number }[] = await manager.query(SAVE, [
      ...[siteId, version, days.leadAfterDays, days.adminAfterDays, days.minimumInterest],
      ...[this.work.now(), who.accountId],
    ]);
    return saved[0]?.version;
  }
}
