import { useQuery } from '@tanstack/react-query';
import type { ProgrammeView } from '@followon/shared/contract/programmes';
import type { VolunteerRequestView } from '@followon/shared/contract/volunteers';
import { wordsFor } from '../api/problem.js';
import { useSession } from '../api/session.js';
import { useAct } from '../api/use-act.js';
import { sayDay } from '../dates.js';
import { t, type MessageKey } from '../i18n.js';
import { Button } from '../ui/button.js';
import { programmeQueries, withdrawQuestion } from './queries.js';

const WORDS: Readonly<Record<VolunteerRequestView['state'], MessageKey>> = {
  asked: 'ptv.state.asked',
  accepted: 'ptv.state.accepted',
  declined: 'ptv.state.declined',
  withdrawn: 'ptv.state.withdrawn',
};

function Line({ request, now }: { readonly request: VolunteerRequestView; readonly now: string }) {
  const { id, volunteer, part, state, askedAt, answeredAt, somebodyElse } = request;
  const act = useAct((requestId: string, key) => withdrawQuestion(requestId, key), ['programmes']);
  return (
    <li className="fo-line">
      <p>
        {t(part === 'ptv' ? 'ptv.asked.ptv' : 'ptv.asked.deputy', {
          name: volunteer.displayName,
          day: sayDay(askedAt, now),
        })}{' '}
        <strong>
          {t(somebodyElse ? 'ptv.state.somebodyElse' : WORDS[state], {
            day: answeredAt ? sayDay(answeredAt, now) : '',
          })}
        </strong>
      </p>
      {act.error ? <p role="alert">{wordsFor(act.error)}</p> : null}
      {state === 'asked' ? (
        <Button kind="quiet" busy={act.isPending} onClick={() => act.mutate(id)}>
          {t('ptv.withdraw')} <span className="nhsuk-u-visually-hidden">{volunteer.displayName}</span>
        </Button>
      ) : null}
    </li>
  );
}

/** Who was asked, when, and what they said. */
export function AskedVolunteers({ programme }: { readonly programme: ProgrammeView }) {
  const { now } = useSession();
  const asked = useQuery(programmeQueries.asked(programme.id));
  const items = asked.data?.items ?? [];
  if (items.length === 0) return null;
  return (
    <ul className="fo-lines fo-lines--close" aria-label={t('ptv.asked')}>
      {items.map((request) => (
        <Line key={request.id} request={request} now={now} />
      ))}
    </ul>
  );
}
