import { useQuery } from '@tanstack/react-query';
import { Link } from '@tanstack/react-router';
import { t } from '../i18n.js';
import { handoverQueries } from './queries.js';

/** The way to the handovers a clinician has signed off and nobody has taken on yet. */
export function HandoversToTakeOn() {
  const handovers = useQuery(handoverQueries.signedOff());
  const waiting = handovers.data?.items.filter(({ mayAccept }) => mayAccept) ?? [];
  return waiting.map(({ id, programmeId, programmeName }) => (
    <Link
      key={id}
      to="/programmes/$id"
      params={{ id: programmeId ?? '' }}
      className="fo-choice fo-choice--record"
    >
      <span>
        {t('tasks.takeOn')} <span className="fo-block fo-muted">{programmeName}</span>
      </span>
    </Link>
  ));
}
