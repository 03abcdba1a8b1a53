import { getRouteApi } from '@tanstack/react-router';
import { useSession } from './api/session.js';
import { DocumentPage } from './documents/document-page.js';
import { DocumentsPage } from './documents/documents-page.js';
import { NotYours } from './ui/states.js';

const documents = getRouteApi('/signed-in/sites/$id/documents');
const document = getRouteApi('/signed-in/sites/$id/documents/$key');

/** Leaflets and plans, fetched when somebody opens them. */
export function DocumentsScreen() {
  const { id } = documents.useParams();
  return useSession().actions.includes('see-documents') ? <DocumentsPage siteId={id} /> : <NotYours />;
}

export function DocumentScreen() {
  const { id, key } = document.useParams();
  const { programme } = document.useSearch();
  if (!useSession().actions.includes('see-documents')) return <NotYours />;
  return <DocumentPage key={key} siteId={id} documentKey={key} programmeId={programme} />;
}
