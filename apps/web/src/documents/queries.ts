import { queryOptions } from '@tanstack/react-query';
import type {
  DocumentGiven,
  DocumentKey,
  DocumentPreview,
  DocumentSummary,
  DocumentView,
  GiveDocument,
} from '@followon/shared/contract/documents';
import type { Page } from '@followon/shared/contract/page';
import { get, send } from '../api/client.js';

export const documentQueries = {
  of: (site: string) =>
    queryOptions({
      queryKey: ['documents', site],
      queryFn: () => get<Page<DocumentSummary>>('/documents', { site }),
    }),
  one: (key: string, site: string, programme: string | undefined) =>
    queryOptions({
      queryKey: ['documents', site, key, programme],
      queryFn: () => get<DocumentView>(`/documents/${key}`, { site, programme }),
    }),
  given: (programmeId: string) =>
    queryOptions({
      queryKey: ['documents-given', programmeId],
      queryFn: () => get<Page<DocumentGiven>>(`/programmes/${programmeId}/documents`),
    }),
};

export const giveDocument = (programmeId: string, body: GiveDocument, key: string): Promise<DocumentGiven> =>
  send('POST', `/programmes/${programmeId}/documents`, { body, key });

/** Shows what is typed as it would be printed; nothing is kept. */
export const previewDocument = (key: DocumentKey, siteId: string, body: string): Promise<DocumentPreview> =>
  send('POST', `/documents/${key}/preview`, { body: { siteId, body } });

export const saveDocument = (
  { key, siteId, version }: Pick<DocumentView, 'key' | 'siteId' | 'version'>,
  words: { readonly title: string; readonly body: string },
  idempotencyKey: string,
): Promise<DocumentView> =>
  send('PUT', `/documents/${key}`, { body: { siteId, ...words }, key: idempotencyKey, version });
