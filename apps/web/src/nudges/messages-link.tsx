import { Link } from '@tanstack/react-router';
import { holds, isAdministrator, useSession } from '../api/session.js';
import { t } from '../i18n.js';

/** For clinicians, who see numbers only: a quiet way there. Whoever looks after messages has it in the menu. */
export function MessagesLink() {
  const session = useSession();
  const hasMenu = isAdministrator(session) || holds(session, 'lead');
  if (hasMenu || !session.actions.includes('see-deliveries') || !holds(session, 'clinician')) return null;
  return (
    <p className="fo-lone-link fo-quiet-way">
      <Link to="/messages">{t('delivery.link')}</Link>
    </p>
  );
}
