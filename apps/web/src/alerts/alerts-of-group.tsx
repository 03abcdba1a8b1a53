import { useQuery } from '@tanstack/react-query';
import { Link } from '@tanstack/react-router';
import type { AlertView } from '@followon/shared/contract/alerts';
import { useSession } from '../api/session.js';
import { sayDay } from '../dates.js';
import { explainedIn, t } from '../i18n.js';
import { Section } from '../ui/page.js';
import { sayReason } from '../ui/reason-words.js';
import { Asked } from '../ui/states.js';
import { CAUSE, firstReason, sayEnd, SIGN } from './alert-words.js';
import { Sign } from '../ui/level-tag.js';
import { alertQueries } from './queries.js';

interface AlertsProps {
  readonly groupId: string;
  /** How many usually come, as the page shows it. */
  readonly usual: number | null;
}

/** Why it was opened, as it was then. */
function Because({ alert, usual }: Pick<AlertsProps, 'usual'> & { readonly alert: AlertView }) {
  const first = firstReason(alert);
  return first ? (
    <p className="fo-muted" lang={explainedIn()}>
      {sayReason(first, alert.openedAt, usual)}
    </p>
  ) : null;
}

/** Every alert there ever was about a group, newest first, each with how it ended. */
export function AlertsOfGroup({ groupId, usual }: AlertsProps) {
  const { now } = useSession();
  const alerts = useQuery(alertQueries.ofGroup(groupId));
  return (
    <Section title={t('alert.title')} id="alerts">
      <Asked query={alerts}>
        {({ items }) =>
          items.length === 0 ? (
            <p className="fo-muted">{t('alert.none')}</p>
          ) : (
            <ul className="fo-lines">
              {items.map((alert) => (
                <li key={alert.id}>
                  <Link to="/alerts/$id" params={{ id: alert.id }}>
                    <Sign standing={SIGN[alert.cause]} /> {t(CAUSE[alert.cause])}
                  </Link>{' '}
                  {t('alert.opened', { day: sayDay(alert.openedAt, now) })}{' '}
                  {sayEnd(alert, now) ?? t('alert.standing')}
                  <Because alert={alert} usual={usual} />
                </li>
              ))}
            </ul>
          )
        }
      </Asked>
    </Section>
  );
}
