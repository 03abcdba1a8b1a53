import { getRouteApi } from '@tanstack/react-router';
import { useSession } from './api/session.js';
import { TemplatesPage } from './templates/templates-page.js';
import { NotYours } from './ui/states.js';

const lists = getRouteApi('/signed-in/sites/$id/lists');

/** The lists of a site, fetched when somebody opens them. */
export function TemplatesScreen() {
  const { id } = lists.useParams();
  const search = lists.useSearch();
  const go = lists.useNavigate();
  if (!useSession().actions.includes('see-templates')) return <NotYours />;
  return (
    <TemplatesPage
      key={id}
      siteId={id}
      chosen={search}
      onChoose={(chosen) => void go({ search: chosen })}
      onSite={(siteId) => void go({ to: '/sites/$id/lists', params: { id: siteId }, search })}
    />
  );
}
