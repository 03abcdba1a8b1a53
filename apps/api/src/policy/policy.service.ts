import type { PolicyThresholds, PolicyView, SavePolicy } from '@followon/shared/contract/policy';
import { fitted } from '@followon/shared/rules/health/fitted';
import { marksOf } from '@followon/shared/rules/health/marks';
import { Injectable } from '@nestjs/common';
import { Audit } from '../audit/audit.js';
import { Access } from '../auth/access.js';
import { checkVersion } from '../http/etag.js';
import { Work } from '../work/work.js';
import { PolicyQueries } from './policy-queries.js';

/** How early a site wants to hear that a group may need a hand. */
@Injectable()
export class PolicyService {
  constructor(
    private readonly work: Work,
    private readonly access: Access,
    private readonly audit: Audit,
    private readonly policies: PolicyQueries,
  ) {}

  /** @throws Refusal 404 */
  async of(siteId: string): Promise<PolicyView> {
    this.access.require('see-policy', { siteId, own: false });
    const saved = await this.policies.of(siteId);
    const { siteName, version, savedAt } = saved;
    return {
      ...{ siteId, siteName, version, ...marksOf(saved) },
      ...{ defaults: fitted.thresholds, isDefault: saved.thresholds === null },
      savedAt: savedAt?.toISOString() ?? null,
      mayChange: this.access.may('set-policy', { siteId, own: false }),
    };
  }

  /**
   * From now on: every group of the site that somebody listens for is judged again within the minute.
   * @throws Refusal 404, 428, 412
   */
  async save({ siteId, thresholds }: SavePolicy, version: number | undefined): Promise<PolicyView> {
    this.access.require('set-policy', { siteId, own: false });
    const saved = await this.policies.of(siteId);
    checkVersion(saved.version, version);
    const isReset = thresholds === null || isShipped(thresholds);
    const marks = { version: saved.version, thresholds: isReset ? null : thresholds };
    const written = await this.policies.save(siteId, marks);
    checkVersion(written === undefined ? saved.version + 1 : saved.version, version);
    await this.work.append({
      ...{ name: 'policy.saved.v1', streamId: siteId, siteId },
      payload: { siteId, version: saved.version + 1 },
    });
    await this.audit.record({ what: isReset ? 'policy.reset' : 'policy.saved', siteId, subject: siteId });
    return this.of(siteId);
  }
}

const isShipped = (marks: PolicyThresholds): boolean =>
  Object.entries(fitted.thresholds).every(([name, mark]) => marks[name as keyof PolicyThresholds] === mark);
