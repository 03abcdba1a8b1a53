import { getRouteApi } from '@tanstack/react-router';
import { holds, isAdministrator, useSession } from './api/session.js';
import { Trace } from './demo/trace.js';
import { t } from './i18n.js';
import { MessagesPage } from './nudges/messages-page.js';
import { NotYours } from './ui/states.js';

const messages = getRouteApi('/signed-in/messages');

/** For those who look after a site's messages, fetched when one of them opens it. */
export function MessagesScreen() {
  const filters = messages.useSearch();
  const go = messages.useNavigate();
  const session = useSession();
  const { actions } = session;
  if (!actions.includes('see-deliveries')) return <NotYours />;
  if (!isAdministrator(session) && !holds(session, 'clinician', 'lead')) return <NotYours />;
  return (
    <MessagesPage
      filters={filters}
      onFilter={(search) => void go({ search })}
      trace={(eventId) =>
        actions.includes('see-events') ? <Trace eventId={eventId} asks={t('delivery.whyWritten')} /> : null
      }
    />
  );
}
