import { Link } from '@tanstack/react-router';
import type { AlertView } from '@followon/shared/contract/alerts';
import { useSession } from '../api/session.js';
import { sayDay } from '../dates.js';
import { explainedIn, t } from '../i18n.js';
import { concernOf } from '../ui/reason-list.js';
import { sayReason } from '../ui/reason-words.js';
import { TurnoutStrip } from '../ui/turnout-strip.js';
import { AlertActs } from './alert-acts.js';
import { firstReason, nameOf, sayEnd, sayHand, STAGE } from './alert-words.js';
import { CauseTag } from './cause-tag.js';
import { SO } from './page-words.js';

interface OfAlert {
  readonly alert: AlertView;
  readonly now: string;
}

/** The strip with the meetings that the alert speaks of; a programme has none yet. */
export function Strip({ alert, now, size }: OfAlert & { readonly size: 'row' | 'card' | 'full' }) {
  const { cause, reasons, turnout } = alert;
  if (!turnout) return null;
  const level = cause === 'fading' || cause === 'at-risk' ? cause : null;
  return (
    <TurnoutStrip turnout={turnout} now={now} size={size} concern={concernOf({ level, reasons, turnout })} />
  );
}

/** The reason it is told with, or what it is about where there is none. */
function Because({ alert, now }: OfAlert) {
  const reason = firstReason(alert);
  return (
    <p className="fo-reasons__first" lang={reason ? explainedIn() : undefined}>
      {reason ? sayReason(reason, alert.closedAt ?? now, alert.turnout?.usual) : t(SO[alert.cause])}
    </p>
  );
}

/** Who has been told so far. */

const sayKnown = (alert: AlertView, now: string): string =>
  sayEnd(alert, now) ?? `${sayHand(alert, now)} ${t(STAGE[alert.stage])}`;

interface CardProps {
  readonly alert: AlertView;
  readonly onLeave: (said: string) => void;
}

/** One alert in one glance: what, why, since when, whether somebody has it in hand, and the acts. */
export function AlertCard({ alert, onLeave }: CardProps) {
  const { now } = useSession();
  const name = nameOf(alert);
  return (
    <article className="fo-card fo-need" aria-labelledby={`alert-${alert.id}`}>
      <div className="fo-need__head">
        <h2 className="fo-need__name" id={`alert-${alert.id}`}>
          <Link to="/alerts/$id" params={{ id: alert.id }}>
            {name}
          </Link>
        </h2>
        <CauseTag {...alert} />
        {name === alert.siteName ? null : <span className="fo-muted">{alert.siteName}</span>}
      </div>
      <Because alert={alert} now={now} />
      <Strip alert={alert} now={now} size="card" />
      <div className="fo-need__known">
        <p>{t('alert.since', { day: sayDay(alert.openedAt, now) })}</p>
        <p>{sayKnown(alert, now)}</p>
      </div>
      <div className="fo-need__acts">
        <AlertActs alert={alert} isSaid onLeave={onLeave} />
      </div>
    </article>
  );
}
