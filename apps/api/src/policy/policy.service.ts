import type { PolicyView, SavePolicy } from '@followon/shared/contract/policy';
import type { Figures } from '@followon/shared/rules/disclosure/show-group';
import { fitted } from '@followon/shared/rules/health/fitted';
import { marksOf } from '@followon/shared/rules/health/marks';
import { preset, presetOf } from '@followon/shared/rules/health/presets';
import { Injectable } from '@nestjs/common';
import { Audit } from '../audit/audit.js';
import { Access } from '../auth/access.js';
import { checkVersion } from '../http/etag.js';
import { Work } from '../work/work.js';
import { PolicyQueries } from './policy-queries.js';
import { takenMarks } from './taken-marks.js';

/** How early a site wants to hear that a group may need a hand. */
const PRESETS: PolicyView['presets'] = {
  early: preset('early', fitted.thresholds),
  shipped: fitted.thresholds,
  clear: preset('clear', fitted.thresholds),
};

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
    const site = { siteId, own: false };
    this.access.require('see-policy', site);
    const saved = await this.policies.of(siteId);
    const { siteName, version, savedAt } = saved;
    return {
      ...{ siteId, siteName, version, ...marksOf(saved) },
      ...{ defaults: fitted.thresholds, isDefault: saved.thresholds === null },
      presets: PRESETS,
      savedAt: savedAt?.toISOString() ?? null,
      mayChange: this.access.may('set-policy', site),
      maySetEach: this.figures(siteId) === 'whole',
    };
  }

  /**
   * From now on: every group of the site that somebody listens for is judged again within the minute.
   * @throws Refusal 404, 400 for marks that the reader may not set, 428, 412
   */
  async save({ siteId, thresholds }: SavePolicy, version: number | undefined): Promise<PolicyView> {
    this.access.require('set-policy', { siteId, own: false });
    const saved = await this.policies.of(siteId);
    checkVersion(saved.version, version);
    const taken = thresholds && takenMarks(thresholds, this.figures(siteId));
    const isReset = taken === null || presetOf(taken, fitted.thresholds) === 'shipped';
    const marks = { version: saved.version, thresholds: isReset ? null : taken };
    const written = await this.policies.save(siteId, marks);
    checkVersion(written === undefined ? saved.version + 1 : saved.version, version);
    await this.work.append({
      ...{ name: 'policy.saved.v1', streamId: siteId, siteId },
      payload: { siteId, version: saved.version + 1 },
    });
    await this.audit.record({ what: isReset ? 'policy.reset' : 'policy.saved', siteId, subject: siteId });
    return this.of(siteId);
  }

  private figures(siteId: string): Figures {
    return this.access.figures('set-policy', { siteId, own: false });
  }
}
