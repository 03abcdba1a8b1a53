import { getRouteApi } from '@tanstack/react-router';
import { useSession } from './api/session.js';
import { ImportsPage } from './imports/imports-page.js';
import { NotYours } from './ui/states.js';

const imports = getRouteApi('/signed-in/imports');

/** For administrators, fetched when one of them opens it. */
export function ImportsScreen() {
  const { id } = imports.useSearch();
  const go = imports.useNavigate();
  if (!useSession().actions.includes('import-registers')) return <NotYours />;
  return <ImportsPage id={id} onStarted={(started) => void go({ search: { id: started } })} />;
}
