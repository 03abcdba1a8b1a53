import { getRouteApi } from '@tanstack/react-router';
import { useSession } from './api/session.js';
import { VerdictsOfSite } from './alerts/verdicts.js';
import { AlertTerms } from './policy/alert-terms.js';
import { PolicyPage } from './policy/policy-page.js';
import { EffectsLink } from './trials/effects-link.js';
import { NotYours } from './ui/states.js';

const policy = getRouteApi('/signed-in/sites/$id/policy');

/** For those who may see a site's marks, fetched when one of them opens it. */
export function PolicyScreen() {
  const { id } = policy.useParams();
  const go = policy.useNavigate();
  if (!useSession().actions.includes('see-policy')) return <NotYours />;
  return (
    <PolicyPage
      key={id}
      siteId={id}
      onSite={(siteId) => void go({ to: '/sites/$id/policy', params: { id: siteId } })}
    >
      <AlertTerms siteId={id} />
      <VerdictsOfSite siteId={id} />
      <EffectsLink siteId={id} />
    </PolicyPage>
  );
}
