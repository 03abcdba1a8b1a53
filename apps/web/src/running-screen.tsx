import { useSession } from './api/session.js';
import { LateHandovers } from './handovers/late-handovers.js';
import { HandoversPage } from './running/handovers-page.js';
import { NotYours } from './ui/states.js';
import { VolunteersPage } from './volunteers/volunteers-page.js';

/** For volunteer leads and administrators, fetched when one of them opens it. */
export function VolunteersScreen() {
  return useSession().actions.includes('see-volunteers') ? <VolunteersPage /> : <NotYours />;
}

export function HandoversScreen() {
  const { actions } = useSession();
  if (!actions.includes('see-handover-figures')) return <NotYours />;
  return <HandoversPage late={actions.includes('see-handovers') ? <LateHandovers /> : null} />;
}
