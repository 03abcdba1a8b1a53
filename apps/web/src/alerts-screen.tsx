import { useQuery } from '@tanstack/react-query';
import { getRouteApi } from '@tanstack/react-router';
import { AlertPage } from './alerts/alert-page.js';
import { Inbox } from './alerts/inbox.js';
import { useSession } from './api/session.js';
import { groupQueries } from './groups/queries.js';
import { explainedIn } from './i18n.js';
import { MessagesLink } from './nudges/messages-link.js';
import { sayClears } from './ui/reason-words.js';
import { NotYours } from './ui/states.js';

const inbox = getRouteApi('/signed-in/alerts');
const alert = getRouteApi('/signed-in/alerts/$id');

/** For those who may see alerts, fetched when one of them opens it. */
export function InboxScreen() {
  const filters = inbox.useSearch();
  const go = inbox.useNavigate();
  if (!useSession().actions.includes('see-alerts')) return <NotYours />;
  return (
    <>
      <Inbox filters={filters} onFilter={(search) => void go({ search })} />
      <MessagesLink />
    </>
  );
}

/** What would be enough for a group to be steady again, as its own page says it. */
function ClearsOf({ groupId, instead }: { readonly groupId: string; readonly instead: string }) {
  const clears = useQuery(groupQueries.one(groupId)).data?.clearsWhen;
  return clears ? <span lang={explainedIn()}>{sayClears(clears)}</span> : instead;
}

export function AlertScreen() {
  const { id } = alert.useParams();
  if (!useSession().actions.includes('see-alerts')) return <NotYours />;
  return (
    <AlertPage
      key={id}
      id={id}
      clears={(groupId, instead) => <ClearsOf groupId={groupId} instead={instead} />}
    />
  );
}
