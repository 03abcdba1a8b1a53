import { useQuery } from '@tanstack/react-query';
import { useState } from 'react';
import { useSession } from '../api/session.js';
import { sayMoment } from '../dates.js';
import { t } from '../i18n.js';
import { Asked } from '../ui/states.js';
import { demoQueries } from './queries.js';
import { sayStep } from '../ui/trace-words.js';

function Steps({ eventId }: { readonly eventId: string }) {
  const { now } = useSession();
  const trace = useQuery(demoQueries.trace(eventId));
  return (
    <Asked query={trace} lines={2}>
      {({ items }) => (
        <ol className="fo-trace">
          {items.toReversed().map((event) => (
            <li key={event.id}>
              {sayStep(event)} <span className="fo-muted">{sayMoment(event.occurredAt, now)}</span>
            </li>
          ))}
        </ol>
      )}
    </Asked>
  );
}

/** "Why did I get this?": a plain staircase from the first fact to the message, fetched when it is opened. */
export function Trace({
  eventId,
  asks = t('trace.why'),
}: {
  readonly eventId: string;
  readonly asks?: string;
}) {
  const [open, setOpen] = useState(false);
  return (
    <details className="nhsuk-details" onToggle={(event) => setOpen(event.currentTarget.open)}>
      <summary className="nhsuk-details__summary">
        <span className="nhsuk-details__summary-text">{asks}</span>
      </summary>
      <div className="nhsuk-details__text">{open ? <Steps eventId={eventId} /> : null}</div>
    </details>
  );
}
