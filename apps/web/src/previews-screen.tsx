import { getRouteApi } from '@tanstack/react-router';
import { useSession } from './api/session.js';
import { PreviewsPage } from './previews/previews-page.js';
import { NotYours } from './ui/states.js';

const previews = getRouteApi('/signed-in/message-preview');
const READERS: readonly string[] = ['clinician', 'lead', 'site-admin'];

/** For those who may see the messages of a site before they are sent, fetched when one of them opens it. */
export function PreviewsScreen() {
  const choice = previews.useSearch();
  const go = previews.useNavigate();
  const { actions, memberships } = useSession();
  const held = memberships.filter(({ role }) => READERS.includes(role));
  const sites = [...new Map(held.map((one) => [one.siteId, one])).values()];
  const siteId = choice.site ?? sites[0]?.siteId;
  if (!actions.includes('see-message-previews') || !siteId) return <NotYours />;
  return (
    <PreviewsPage
      {...{ siteId, sites, choice }}
      onChoose={(search) => void go({ search, resetScroll: false })}
    />
  );
}
