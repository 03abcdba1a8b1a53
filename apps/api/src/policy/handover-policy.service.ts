import type {
  HandoverPolicyView,
  HandoverTerms,
  SaveHandoverPolicy,
} from '@followon/shared/contract/handover-policy';
import { defaultEscalationDays } from '@followon/shared/rules/handover/late-tasks';
import { DEFAULT_MINIMUM_INTEREST } from '@followon/shared/rules/handover/interest';
import { Injectable } from '@nestjs/common';
import { Audit } from '../audit/audit.js';
import { Access } from '../auth/access.js';
import { checkVersion } from '../http/etag.js';
import { Work } from '../work/work.js';
import { HandoverPolicyQueries } from './handover-policy-queries.js';

const defaults: HandoverTerms = {
  leadAfterDays: defaultEscalationDays.lead,
  adminAfterDays: defaultEscalationDays['site-admin'],
  minimumInterest: DEFAULT_MINIMUM_INTEREST,
};

@Injectable()
export class HandoverPolicyService {
  constructor(
    private readonly work: Work,
    private readonly access: Access,
    private readonly audit: Audit,
    private readonly policies: HandoverPolicyQueries,
  ) {}

  /** @throws Refusal 404 */
  async of(siteId: string): Promise<HandoverPolicyView> {
    this.access.require('see-handover-policy', { siteId, own: false });
    const { siteName, version, savedAt, ...saved } = await this.policies.of(siteId);
    return {
      ...{ siteId, siteName, version, defaults },
      terms: {
        leadAfterDays: saved.leadAfterDays ?? defaults.leadAfterDays,
        adminAfterDays: saved.adminAfterDays ?? defaults.adminAfterDays,
        minimumInterest: saved.minimumInterest ?? defaults.minimumInterest,
      },
      mayChange: this.access.may('set-handover-policy', { siteId, own: false }),
      savedAt: savedAt?.toISOString() ?? null,
    };
  }

  /**
   * From now on: tasks that are late already get the new clocks, and nobody is told twice.
   * @throws Refusal 404, 428, 412
   */
  async save(
    { siteId, terms }: SaveHandoverPolicy,
    version: number | undefined,
  ): Promise<HandoverPolicyView> {
    this.access.require('set-handover-policy', { siteId, own: false });
    const saved = await this.policies.of(siteId);
    checkVersion(saved.version, version);
    const written = await this.policies.save(siteId, saved.version, terms);
    checkVersion(written === undefined ? saved.version + 1 : saved.version, version);
    await this.work.append({
      ...{ name: 'handover-policy.saved.v1', streamId: siteId, siteId },
      payload: { siteId, version: saved.version + 1 },
    });
    await this.audit.record({ what: 'handover-policy.saved', siteId, subject: siteId });
    return this.of(siteId);
  }
}
