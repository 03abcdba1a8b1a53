import type { AlertPolicyView, AlertTerms, SaveAlertPolicy } from '@followon/shared/contract/alerts';
import { defaultAlertTerms as defaults } from '@followon/shared/rules/alert/stages';
import { Injectable } from '@nestjs/common';
import { Audit } from '../audit/audit.js';
import { Access } from '../auth/access.js';
import { checkVersion } from '../http/etag.js';
import { notFound } from '../http/problem.js';
import { Work } from '../work/work.js';

interface PolicyRow {
  readonly siteName: string;
  readonly groupFirstDays: number | null;
  readonly adminAfterDays: number | null;
  readonly version: number;
  readonly savedAt: Date | null;
}

const ONE = `
  select s.name as "siteName", p.group_first_days as "groupFirstDays", p.admin_after_days as "adminAfterDays",
    coalesce(p.version, 0) as version, p.saved_at as "savedAt"
  from site s left join alert_policy p on p.site_id = s.id where s.id = $1`;

/** Nothing is written when somebody else has saved since the version that is changed. */
const SAVE = `
  insert into alert_policy as p (site_id, version, group_first_days, admin_after_days, saved_at, saved_by) values ($1, $2 + 1, $3, $4, $5, $6)
  on conflict (site_id) do update
    set version = excluded.version, group_first_days = excluded.group_first_days, admin_after_days = excluded.admin_after_days,
      saved_at = excluded.saved_at, saved_by = excluded.saved_by
    where p.version = $2
  returning version`;

@Injectable()
export class AlertPolicyService {
  constructor(
    private readonly work: Work,
    private readonly access: Access,
    private readonly audit: Audit,
  ) {}

  /** @throws Refusal 404 */
  async of(siteId: string): Promise<AlertPolicyView> {
    this.access.require('see-alert-policy', { siteId, own: false });
    const { siteName, version, savedAt, ...saved } = await this.read(siteId);
    return {
      ...{ siteId, siteName, version, defaults },
      terms: {
        groupFirstDays: saved.groupFirstDays ?? defaults.groupFirstDays,
        adminAfterDays: saved.adminAfterDays ?? defaults.adminAfterDays,
      },
      mayChange: this.access.may('set-alert-policy', { siteId, own: false }),
      savedAt: savedAt?.toISOString() ?? null,
    };
  }

  /**
   * From now on, also for alerts that are open: they get the new clocks, and nobody is told twice.
   * @throws Refusal 404, 428, 412
   */
  async save({ siteId, terms }: SaveAlertPolicy, version: number | undefined): Promise<AlertPolicyView> {
    this.access.require('set-alert-policy', { siteId, own: false });
    const saved = await this.read(siteId);
    checkVersion(saved.version, version);
    const isWritten = await this.write(siteId, saved.version, terms);
    checkVersion(isWritten ? saved.version : saved.version + 1, version);
    await this.work.append({
      ...{ name: 'alert-policy.saved.v1', streamId: siteId, siteId },
      payload: { siteId, version: saved.version + 1 },
    });
    await this.audit.record({ what: 'alert-policy.saved', siteId, subject: siteId });
    return this.of(siteId);
  }

  private async read(siteId: string): Promise<PolicyRow> {
    const [row]: PolicyRow[] = await this.work.manager.query(ONE, [siteId]);
    if (!row) throw notFound();
    return row;
  }

  private async write(siteId: string, version: number, terms: AlertTerms): Promise<boolean> {
    const { manager, who } = this.work;
    const rows: unknown[] = await manager.query(SAVE, [
      ...[siteId, version, terms.groupFirstDays, terms.adminAfterDays, this.work.now(), who.accountId],
    ]);
    return rows.length > 0;
  }
}
