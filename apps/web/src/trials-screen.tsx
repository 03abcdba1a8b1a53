import { getRouteApi } from '@tanstack/react-router';
import { useSession } from './api/session.js';
import { EffectsPage } from './trials/effects-page.js';
import { NotYours } from './ui/states.js';

const effects = getRouteApi('/signed-in/nudge-effects');
const READERS: readonly string[] = ['clinician', 'lead', 'site-admin'];

/** For those who may see whether messages help, fetched when one of them opens it. */
export function TrialsScreen() {
  const { site } = effects.useSearch();
  const go = effects.useNavigate();
  const { actions, memberships } = useSession();
  const held = memberships.filter(({ role }) => READERS.includes(role));
  const sites = [...new Map(held.map((one) => [one.siteId, one])).values()];
  const siteId = site ?? sites[0]?.siteId;
  if (!actions.includes('see-nudge-trials') || !siteId) return <NotYours />;
  return (
    <EffectsPage
      key={siteId}
      {...{ siteId, sites }}
      onSite={(chosen) => void go({ search: { site: chosen } })}
    />
  );
}
