import { useQuery } from '@tanstack/react-query';
import type { AnswerRequest, VolunteerRequestView } from '@followon/shared/contract/volunteers';
import { sayRefusal } from '../api/problem.js';
import { useSession } from '../api/session.js';
import { useAct } from '../api/use-act.js';
import { sayDay } from '../dates.js';
import { t } from '../i18n.js';
import { useAnnounce } from '../ui/announcer.js';
import { Button } from '../ui/button.js';
import { focusHeading } from '../ui/focus-here.js';
import { answerRequest, volunteerQueries } from './queries.js';

function Card({ request, now }: { readonly request: VolunteerRequestView; readonly now: string }) {
  const { id, programmeName, siteName, lastSessionOn, part } = request;
  const announce = useAnnounce();
  const act = useAct(
    (answer: AnswerRequest['answer'], key) => answerRequest(id, { answer }, key),
    ['programmes', 'handovers'],
    ({ state }) => {
      announce(t(state === 'accepted' ? 'asked.saidYes' : 'asked.saidNo'));
      focusHeading();
    },
  );
  return (
    <section className="fo-card fo-asked" aria-labelledby={`asked-${id}`}>
      <h2 className="nhsuk-heading-m" id={`asked-${id}`}>
        {t(part === 'ptv' ? 'asked.ptv' : 'asked.deputy', { programme: programmeName })}
      </h2>
      <p>{t(part === 'ptv' ? 'asked.ptvWhy' : 'asked.deputyWhy')}</p>
      <p className="fo-muted">{t('asked.when', { site: siteName, day: sayDay(lastSessionOn, now) })}</p>
      {act.error ? <p role="alert">{sayRefusal(act.error)}</p> : null}
      <div className="fo-acts">
        <Button busy={act.isPending} onClick={() => act.mutate('accept')}>
          {t('asked.yes')}
        </Button>
        <Button kind="secondary" busy={act.isPending} onClick={() => act.mutate('decline')}>
          {t('asked.no')}
        </Button>
      </div>
      <p className="fo-muted">{t('asked.free')}</p>
    </section>
  );
}

/** What the reader is asked and has not answered; nothing for somebody who cannot be asked. */
export function useRequestsOfMe(): readonly VolunteerRequestView[] {
  const { actions } = useSession();
  const asked = useQuery({ ...volunteerQueries.askedOfMe(), enabled: actions.includes('answer-request') });
  return asked.data?.items ?? [];
}

/** A yes or a no, and no reason for either. */
export function YouAreAsked({ requests }: { readonly requests: readonly VolunteerRequestView[] }) {
  const { now } = useSession();
  if (requests.length === 0) return null;
  return (
    <div className="fo-stack">
      {requests.map((request) => (
        <Card key={request.id} request={request} now={now} />
      ))}
    </div>
  );
}
