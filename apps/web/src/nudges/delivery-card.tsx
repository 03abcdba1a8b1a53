import { useQuery } from '@tanstack/react-query';
import { Link } from '@tanstack/react-router';
import type { DeliveryLine } from '@followon/shared/contract/deliveries';
import { useState, type ReactNode } from 'react';
import { useSession } from '../api/session.js';
import { sayMoment } from '../dates.js';
import { t } from '../i18n.js';
import { Asked } from '../ui/states.js';
import { deliveryQueries } from './delivery-queries.js';
import { sayChannel, sayState, sayStep, sayWhy } from './delivery-words.js';
import { LetterToPost } from './letter-to-post.js';
import { nameOfMessage, sayTo } from './nudge-words.js';
import { SettleActs } from './settle-acts.js';

function Steps({ id, now }: { readonly id: string; readonly now: string }) {
  const delivery = useQuery(deliveryQueries.one(id));
  return (
    <Asked query={delivery} lines={2}>
      {({ steps }) =>
        steps.length === 0 ? (
          <p>{t('delivery.noSteps')}</p>
        ) : (
          <ol className="fo-trace">
            {steps.map((step) => (
              <li key={`${step.at} ${step.what}`}>
                {sayStep(step)} <span className="fo-muted">{sayMoment(step.at, now)}</span>
              </li>
            ))}
          </ol>
        )
      }
    </Asked>
  );
}

function ItsWay({ id, now }: { readonly id: string; readonly now: string }) {
  const [open, setOpen] = useState(false);
  return (
    <details className="nhsuk-details" onToggle={(event) => setOpen(event.currentTarget.open)}>
      <summary className="nhsuk-details__summary">
        <span className="nhsuk-details__summary-text">{t('delivery.itsWay')}</span>
      </summary>
      <div className="nhsuk-details__text">{open ? <Steps id={id} now={now} /> : null}</div>
    </details>
  );
}

interface CardProps {
  readonly line: DeliveryLine;
  readonly trace: (eventId: string) => ReactNode;
}

/** One message: which, to somebody in which capacity, how it stands and why, and what can be decided. */
export function DeliveryCard({ line, trace }: CardProps) {
  const { now } = useSession();
  const why = line.state === 'sent' || line.state === 'delivered' ? undefined : sayWhy(line.reason);
  return (
    <li className="fo-delivery">
      <h2>{nameOfMessage(line.key)}</h2>
      <p className="fo-muted fo-delivery__to">
        {t('delivery.to', { to: sayTo(line.audience), channel: sayChannel(line.channel) })}{' '}
        {line.groupId ? (
          <Link to="/groups/$id" params={{ id: line.groupId }}>
            {t('delivery.group')}
          </Link>
        ) : null}
      </p>
      <p>
        <strong>{sayState(line, now)}</strong> {why}
      </p>
      {line.isLetter && line.ways.length > 0 ? <LetterToPost id={line.id} /> : null}
      <SettleActs line={line} />
      <ItsWay id={line.id} now={now} />
      {trace(line.eventId)}
    </li>
  );
}
