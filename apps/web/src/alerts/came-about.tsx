import { Link } from '@tanstack/react-router';
import type { AlertDetail } from '@followon/shared/contract/alerts';
import type { TurnoutSlot } from '@followon/shared/contract/health';
import { sayDay, sayMoment } from '../dates.js';
import { t } from '../i18n.js';
import { concernIds } from '../ui/reason-list.js';
import { sayStep } from '../ui/trace-words.js';

type Step = AlertDetail['trace'][number];
type Told = Pick<TurnoutSlot, 'on' | 'kind' | 'headcount'>;

interface OfAlert {
  readonly alert: AlertDetail;
  readonly now: string;
}

/** What was written down of a meeting, as far as the reader may know its number. */
function sayMeeting({ on, kind, headcount }: Told, now: string): string {
  const day = sayDay(on, now);
  if (kind === 'not-held') return t('alert.trace.not-held', { day });
  if (kind === 'missing') return t('alert.trace.missing', { day });
  if (headcount === null) return t('alert.trace.saved', { day });
  return t('alert.trace.held', { day, count: headcount });
}

/** What a step says of its meeting where the meeting is not among those that are shown. */
const KIND: Readonly<Record<string, TurnoutSlot['kind']>> = {
  'meeting.held.v1': 'held',
  'register.corrected.v1': 'held',
  'meeting.not-held.v1': 'not-held',
  'register.missing.v1': 'missing',
};

/** The level is the alert's own; what else was judged on the way says nothing here. */
const sayJudged = ({ cause }: AlertDetail): string =>
  cause === 'fading' || cause === 'at-risk'
    ? sayStep({ name: 'group-health.changed.v1', payload: { to: cause } })
    : t('alert.trace.judged');

function say({ name, on, meetingId }: Step, { alert, now }: OfAlert): string {
  const kind = KIND[name];
  if (on && kind) {
    const slot = alert.turnout?.slots.find((one) => one.meetingId !== null && one.meetingId === meetingId);
    return sayMeeting(slot ?? { on, kind, headcount: null }, now);
  }
  return name === 'group-health.changed.v1' ? sayJudged(alert) : sayStep({ name, payload: {} });
}

/** The meetings that the reasons speak of, oldest first, where the chain does not come by them itself. */
function meantBy({ reasons, turnout, trace }: AlertDetail): readonly TurnoutSlot[] {
  const meant = concernIds(reasons);
  const told = new Set(trace.map(({ meetingId }) => meetingId));
  return (turnout?.slots ?? []).filter(
    ({ meetingId }) => meetingId !== null && meant.has(meetingId) && !told.has(meetingId),
  );
}

/** From what people wrote down to the alert, one step a line, oldest first. */
export function CameAbout({ alert, now }: OfAlert) {
  if (alert.trace.length === 0) return <p className="fo-muted">{t('alert.trace.none')}</p>;
  return (
    <>
      <p className="fo-muted">{t('alert.trace.how')}</p>
      <ol className="fo-trace">
        {meantBy(alert).map((slot) => (
          <li key={slot.on}>{sayMeeting(slot, now)}</li>
        ))}
        {alert.trace.toReversed().map((step) => (
          <li key={step.eventId}>
            {say(step, { alert, now })} <span className="fo-muted">{sayMoment(step.at, now)}</span>
          </li>
        ))}
      </ol>
      {alert.groupId ? (
        <p className="fo-lone-link">
          <Link to="/groups/$id" params={{ id: alert.groupId }} hash="meetings">
            {t('alert.trace.see')}
          </Link>
        </p>
      ) : null}
    </>
  );
}
