import { Link } from '@tanstack/react-router';
import { useSession } from '../api/session.js';
import { t } from '../i18n.js';
import { Section } from '../ui/page.js';

/** For those who may see whether the messages of a site help: the way there. */
export function EffectsLink({ siteId }: { readonly siteId: string }) {
  if (!useSession().actions.includes('see-nudge-trials')) return null;
  return (
    <Section title={t('trials.title')} id="nudge-effects">
      <Link to="/nudge-effects" search={{ site: siteId }} className="fo-kind__link">
        {t('trials.link')}
      </Link>
    </Section>
  );
}
