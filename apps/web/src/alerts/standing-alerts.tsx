import { useQuery } from '@tanstack/react-query';
import { Link } from '@tanstack/react-router';
import type { AlertView } from '@followon/shared/contract/alerts';
import { useSession } from '../api/session.js';
import { sayDay } from '../dates.js';
import { explainedIn, t } from '../i18n.js';
import { Sign } from '../ui/level-tag.js';
import { Section } from '../ui/page.js';
import { concernOf } from '../ui/reason-list.js';
import { sayReason } from '../ui/reason-words.js';
import { Asked } from '../ui/states.js';
import { TurnoutStrip } from '../ui/turnout-strip.js';
import { CAUSE, firstReason, SIGN } from './alert-words.js';
import { alertQueries } from './queries.js';

/** The strip with the meetings that the alert speaks of. */
function Strip({ alert, now }: { readonly alert: AlertView; readonly now: string }) {
  const { cause, reasons, turnout } = alert;
  if (!turnout) return null;
  const level = cause === 'fading' || cause === 'at-risk' ? cause : null;
  return (
    <TurnoutStrip turnout={turnout} now={now} size="row" concern={concernOf({ level, reasons, turnout })} />
  );
}

function Line({ alert, now }: { readonly alert: AlertView; readonly now: string }) {
  const reason = firstReason(alert);
  return (
    <li className="fo-line fo-line--strip">
      <div>
        <p className="fo-line__name">
          {alert.groupId ? (
            <Link to="/groups/$id" params={{ id: alert.groupId }}>
              {alert.groupName}
            </Link>
          ) : null}{' '}
          <span className="fo-muted">{alert.siteName}</span>
        </p>
        <p>
          <Sign standing={SIGN[alert.cause]} /> {t(CAUSE[alert.cause])}{' '}
          {t('alert.opened', { day: sayDay(alert.openedAt, now) })}{' '}
          {alert.state === 'acknowledged' ? t('alert.inHand') : t('alert.waiting')}
        </p>
        {reason ? (
          <p className="fo-muted" lang={explainedIn()}>
            {sayReason(reason, now, alert.turnout?.usual)}
          </p>
        ) : null}
      </div>
      <Strip alert={alert} now={now} />
    </li>
  );
}

/** The alerts that stand, oldest first: which group, why, and whether somebody has it in hand. */
export function StandingAlerts() {
  const { now } = useSession();
  const alerts = useQuery(alertQueries.standing());
  return (
    <Section title={t('alerts.title')} id="standing">
      <Asked query={alerts}>
        {(items) =>
          items.length === 0 ? (
            <p className="fo-muted">{t('alerts.none')}</p>
          ) : (
            <ul className="fo-lines">
              {items
                .toSorted((a, b) => a.openedAt.localeCompare(b.openedAt))
                .map((alert) => (
                  <Line key={alert.id} alert={alert} now={now} />
                ))}
            </ul>
          )
        }
      </Asked>
    </Section>
  );
}
