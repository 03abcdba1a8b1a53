import { Link } from '@tanstack/react-router';
import type { AlertDetail } from '@followon/shared/contract/alerts';
import type { TurnoutSlot } from '@followon/shared/contract/health';
import { sayDay, sayMoment } from '../dates.js';
import { t } from '../i18n.js';
import { sayStep } from '../ui/trace-words.js';

type Step = AlertDetail['trace'][number];

const REGISTERS: readonly string[] = ['meeting.held.v1', 'meeting.not-held.v1', 'register.corrected.v1'];

/** What a register said, as far as the reader may know its number. */
function sayRegister(
  { name, on }: Step & { on: string },
  slot: TurnoutSlot | undefined,
  now: string,
): string {
  const day = sayDay(on, now);
  if (name === 'meeting.not-held.v1' || slot?.kind === 'not-held') return t('alert.trace.not-held', { day });
  const count = slot?.headcount ?? null;
  return count === null ? t('alert.trace.saved', { day }) : t('alert.trace.held', { day, count });
}

interface OfAlert {
  readonly alert: AlertDetail;
  readonly now: string;
}

/** The level is the alert's own; what else was judged on the way says nothing here. */
const sayJudged = ({ cause }: AlertDetail): string =>
  cause === 'fading' || cause === 'at-risk'
    ? sayStep({ name: 'group-health.changed.v1', payload: { to: cause } })
    : t('alert.trace.judged');

function say(step: Step, { alert, now }: OfAlert): string {
  const { name, on, meetingId } = step;
  if (on && name === 'register.missing.v1') return t('alert.trace.missing', { day: sayDay(on, now) });
  if (on && REGISTERS.includes(name)) {
    const slot = alert.turnout?.slots.find((one) => one.meetingId !== null && one.meetingId === meetingId);
    return sayRegister({ ...step, on }, slot, now);
  }
  return name === 'group-health.changed.v1' ? sayJudged(alert) : sayStep({ name, payload: {} });
}

/** From what people wrote down to the alert, one step a line, oldest first. */
export function CameAbout({ alert, now }: OfAlert) {
  if (alert.trace.length === 0) return <p className="fo-muted">{t('alert.trace.none')}</p>;
  return (
    <>
      <p className="fo-muted">{t('alert.trace.how')}</p>
      <ol className="fo-trace">
        {alert.trace.toReversed().map((step) => (
          <li key={step.eventId}>
            {say(step, { alert, now })} <span className="fo-muted">{sayMoment(step.at, now)}</span>
          </li>
        ))}
      </ol>
      {alert.groupId ? (
        <p className="fo-alone">
          <Link to="/groups/$id" params={{ id: alert.groupId }} hash="meetings">
            {t('alert.trace.see')}
          </Link>
        </p>
      ) : null}
    </>
  );
}
