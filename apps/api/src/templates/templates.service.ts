import type {
  PreviewTemplate,
  SaveTemplate,
  TemplateFindingView,
  TemplateList,
  TemplatePreview,
  TemplateView,
} from '@followon/shared/contract/templates';
import type { Route } from '@followon/shared/rules/handover/routes';
import { routes } from '@followon/shared/rules/handover/routes';
import { listFor, noChanges } from '@followon/shared/rules/handover/site-changes';
import { BASE_TEMPLATE_VERSION } from '@followon/shared/rules/handover/templates/base';
import { Injectable } from '@nestjs/common';
import { Audit } from '../audit/audit.js';
import { Access } from '../auth/access.js';
import { checkVersion } from '../http/etag.js';
import { Refusal } from '../http/problem.js';
import { Work } from '../work/work.js';
import type { SavedTemplate } from './template-queries.js';
import { TemplateQueries } from './template-queries.js';
import { findingsOf, previewOf, tasksOf } from './template-views.js';

@Injectable()
export class TemplatesService {
  constructor(
    private readonly work: Work,
    private readonly access: Access,
    private readonly audit: Audit,
    private readonly templates: TemplateQueries,
  ) {}

  /** @throws Refusal 404 */
  async list(siteId: string): Promise<TemplateList> {
    this.access.require('see-templates', { siteId, own: false });
    const newest = new Map((await this.templates.newest(siteId)).map((saved) => [saved.route, saved]));
    return { items: routes.map((route) => summaryOf(route, newest.get(route))), nextCursor: null };
  }

  /** @throws Refusal 404 */
  async of(siteId: string, route: Route): Promise<TemplateView> {
    const site = { siteId, own: false };
    this.access.require('see-templates', site);
    const { name } = await this.templates.site(siteId);
    const versions = await this.templates.versions(siteId, route);
    const changes = versions[0]?.changes ?? noChanges;
    return {
      ...{ siteId, siteName: name, route, templateVersion: BASE_TEMPLATE_VERSION, changes },
      version: versions[0]?.version ?? 0,
      tasks: tasksOf(route, changes),
      versions: versions.map(({ route: _, savedAt, ...rest }) => ({
        ...rest,
        savedAt: savedAt.toISOString(),
      })),
      mayChange: this.access.may('write-templates', site),
    };
  }

  /** Writes nothing. @throws Refusal 404 */
  async preview(route: Route, { siteId, ...previewed }: PreviewTemplate): Promise<TemplatePreview> {
    this.access.require('see-templates', { siteId, own: false });
    const { country } = await this.templates.site(siteId);
    return previewOf(route, { ...previewed, country });
  }

  /**
   * A new version; running lists stay as they were opened.
   * @throws Refusal 404; 400 with what does not hold; 412 when somebody saved meanwhile.
   */
  async save(route: Route, { siteId, changes, version }: SaveTemplate): Promise<TemplateView> {
    this.access.require('write-templates', { siteId, own: false });
    const [newest] = await this.templates.versions(siteId, route);
    checkVersion(newest?.version ?? 0, version);
    refuseWhatDoesNotHold(findingsOf(route, changes));
    const written = await this.templates.save({ siteId, route, version: version + 1, changes });
    checkVersion(written ? version : version + 1, version);
    await this.work.append({
      ...{ name: 'template.saved.v1', streamId: siteId, siteId },
      payload: { siteId, route, version: version + 1 },
    });
    await this.audit.record({ what: `template.saved:${route}`, siteId, subject: siteId });
    return this.of(siteId, route);
  }
}

const summaryOf = (route: Route, saved: SavedTemplate | undefined): TemplateList['items'][number] => ({
  ...{ route, version: saved?.version ?? 0, savedAt: saved?.savedAt.toISOString() ?? null },
  tasks: listFor(route, saved?.changes).length,
});

function refuseWhatDoesNotHold(findings: readonly TemplateFindingView[]): void {
  if (findings.length === 0) return;
  throw new Refusal('invalid', 'template.does-not-hold', 'This list cannot be worked through as it is.', {
    detail: 'Nothing was saved. Mend what is listed, then save again.',
    errors: findings.map(({ path, message, mend }) => ({ path, message: `${message} ${mend}` })),
  });
}
