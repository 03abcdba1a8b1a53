import type {
  DocumentKey,
  DocumentPreview,
  DocumentQuery,
  DocumentSummary,
  DocumentView,
  PreviewDocument,
  SaveDocument,
} from '@followon/shared/contract/documents';
import type { Page } from '@followon/shared/contract/page';
import { documentKeys, DOCUMENTS_VERSION } from '@followon/shared/rules/documents/facts';
import { findSlips, placeholders, readBody } from '@followon/shared/rules/documents/read-body';
import { shippedDocument } from '@followon/shared/rules/documents/shipped';
import { Injectable } from '@nestjs/common';
import { Audit } from '../audit/audit.js';
import { Access } from '../auth/access.js';
import { checkVersion } from '../http/etag.js';
import { invalid } from '../http/problem.js';
import { Work } from '../work/work.js';
import type { OwnDocument } from './document-queries.js';
import { DocumentQueries } from './document-queries.js';
import { filledOf } from './filled.js';

/** Leaflets, the support plan and the working agreement, as a site words them. */
@Injectable()
export class DocumentsService {
  constructor(
    private readonly work: Work,
    private readonly access: Access,
    private readonly audit: Audit,
    private readonly documents: DocumentQueries,
  ) {}

  /** @throws Refusal 404 */
  async list(siteId: string): Promise<Page<DocumentSummary>> {
    this.access.require('see-documents', { siteId, own: false });
    const own = await this.documents.own(siteId);
    const items = documentKeys.map((key) =>
      summaryOf(
        key,
        own.find((document) => document.key === key),
      ),
    );
    return { items, nextCursor: null };
  }

  /** @throws Refusal 404 */
  async one(key: DocumentKey, { site: siteId, programme }: DocumentQuery): Promise<DocumentView> {
    const site = { siteId, own: false };
    this.access.require('see-documents', site);
    const known = await this.documents.known(siteId, programme);
    const [own] = await this.documents.own(siteId, key);
    const body = own?.body ?? shippedDocument(key).body;
    return {
      ...summaryOf(key, own),
      ...{ siteId, siteName: known.site, body, blocks: readBody(body, filledOf(known)) },
      placeholders: [...placeholders],
      mayWrite: this.access.may('write-documents', site),
    };
  }

  /** Writes nothing. @throws Refusal 404, 400 for a placeholder that does not exist */
  preview({ siteId, body }: PreviewDocument): DocumentPreview {
    this.access.require('write-documents', { siteId, own: false });
    refuseSlips(body);
    return { blocks: readBody(body) };
  }

  /** A new version; what was given out keeps the one it was given in. @throws Refusal 404, 400, 428, 412 */
  async save(
    key: DocumentKey,
    { siteId, title, body }: SaveDocument,
    version: number | undefined,
  ): Promise<DocumentView> {
    this.access.require('write-documents', { siteId, own: false });
    const [own] = await this.documents.own(siteId, key);
    const before = own?.version ?? 0;
    checkVersion(before, version);
    refuseSlips(body);
    const saved = await this.documents.save(siteId, { key, version: before + 1, title, body });
    checkVersion(saved ? before : before + 1, version);
    await this.audit.record({ what: `document.saved.${key}`, siteId, subject: siteId });
    return this.one(key, { site: siteId });
  }
}

/** The wording in force: `site-3`, or the shipped version. */
export const labelOf = (own: Pick<OwnDocument, 'version'> | undefined): string =>
  own ? `site-${own.version}` : DOCUMENTS_VERSION;

function summaryOf(key: DocumentKey, own: OwnDocument | undefined): DocumentSummary {
  const shipped = shippedDocument(key);
  return {
    ...{ key, title: own?.title ?? shipped.title, label: labelOf(own), version: own?.version ?? 0 },
    savedAt: own?.savedAt.toISOString() ?? null,
    needsCheck: own === undefined && shipped.needsCheck === true,
  };
}

function refuseSlips(body: string): void {
  const [slip] = findSlips(body);
  if (!slip) return;
  throw invalid(
    'body',
    `Line ${slip.line} holds {${slip.what.slice(0, 40)}}, which is not one of the places that are filled in. Use one of: ${placeholders.map((word) => `{${word}}`).join(', ')}.`,
  );
}
