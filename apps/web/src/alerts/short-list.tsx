import { useQuery } from '@tanstack/react-query';
import { Link } from '@tanstack/react-router';
import type { AlertView } from '@followon/shared/contract/alerts';
import { useSession } from '../api/session.js';
import { sayDay } from '../dates.js';
import { t } from '../i18n.js';
import { Sign } from '../ui/level-tag.js';
import { Section } from '../ui/page.js';
import { Asked } from '../ui/states.js';
import { CAUSE, isDue, nameOf, SIGN } from './alert-words.js';
import { isAboutMeetings } from './page-words.js';
import { alertQueries } from './queries.js';

const MOST = 5;

function Line({ alert, now }: { readonly alert: AlertView; readonly now: string }) {
  return (
    <li>
      <p className="fo-line__name">
        <Link to="/alerts/$id" params={{ id: alert.id }}>
          {nameOf(alert)}
        </Link>{' '}
        <span className="fo-muted">{alert.siteName}</span>
      </p>
      <p>
        <Sign standing={SIGN[alert.cause]} /> {t(CAUSE[alert.cause])}.{' '}
        <span className="fo-muted">
          {t('alert.since', { day: sayDay(alert.openedAt, now) })}{' '}
          {t(alert.state === 'acknowledged' ? 'alert.inHand' : 'alert.waiting')}
        </span>
      </p>
    </li>
  );
}

interface ListProps {
  /** Of groups by their meetings the page shows cards of their own. */
  readonly besides?: boolean;
}

/** The alerts that wait, the longest waiting first: a few, and the way to the inbox. */
export function ShortList({ besides = false }: ListProps) {
  const { now } = useSession();
  const alerts = useQuery(alertQueries.standing());
  const waits = (alert: AlertView) => isDue(alert, now) && !(besides && isAboutMeetings(alert));
  return (
    <Section title={t(besides ? 'inbox.others' : 'alerts.title')} id="standing">
      <Asked query={alerts}>
        {(items) => {
          const waiting = items.filter(waits).toSorted((a, b) => a.openedAt.localeCompare(b.openedAt));
          return waiting.length === 0 ? (
            <p className="fo-muted">{t(besides ? 'inbox.othersNone' : 'alerts.none')}</p>
          ) : (
            <ul className="fo-lines">
              {waiting.slice(0, MOST).map((alert) => (
                <Line key={alert.id} alert={alert} now={now} />
              ))}
            </ul>
          );
        }}
      </Asked>
      <p className="fo-lone-link">
        <Link to="/alerts">{t('inbox.all')}</Link>
      </p>
    </Section>
  );
}
