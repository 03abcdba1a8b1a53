import { useQuery } from '@tanstack/react-query';
import type { AlertView, ResolveAlert } from '@followon/shared/contract/alerts';
import { useState } from 'react';
import { wordsFor } from '../api/problem.js';
import { useSession } from '../api/session.js';
import { useAct } from '../api/use-act.js';
import { sayMoment } from '../dates.js';
import { t } from '../i18n.js';
import { useAnnounce } from '../ui/announcer.js';
import { Button } from '../ui/button.js';
import { FocusHere, focusHeading } from '../ui/focus-here.js';
import { OUTCOMES } from './alert-words.js';
import { acknowledge, alertQueries, resolve } from './queries.js';

type Outcome = ResolveAlert['outcome'];
type Answer = { readonly id: string; readonly answer: ResolveAlert | null };

const STALE = ['alerts', 'groups', 'sites'];

function useAnswer() {
  const announce = useAnnounce();
  const act = useAct(
    ({ id, answer }: Answer, key) => (answer ? resolve(id, answer, key) : acknowledge(id, key)),
    STALE,
    (_, { answer }) => {
      announce(t(answer ? 'alert.said.resolved' : 'alert.said.acknowledged'));
      focusHeading();
    },
  );
  const give = (input: Answer) => act.mutate(input);
  return { give, busy: act.isPending, trouble: act.error ? wordsFor(act.error) : undefined };
}

function Outcomes({
  busy,
  onChoose,
  onBack,
}: {
  readonly busy: boolean;
  readonly onChoose: (outcome: Outcome) => void;
  readonly onBack: () => void;
}) {
  return (
    <FocusHere label={t('alert.what')}>
      <p className="fo-task__ask">{t('alert.what')}</p>
      <div className="fo-acts fo-acts--wrap">
        {Object.entries(OUTCOMES).map(([outcome, words]) => (
          <Button key={outcome} kind="secondary" busy={busy} onClick={() => onChoose(outcome as Outcome)}>
            {t(words)}
          </Button>
        ))}
        <Button kind="quiet" onClick={onBack}>
          {t('task.back')}
        </Button>
      </div>
    </FocusHere>
  );
}

function Choices({
  alert,
  busy,
  onTake,
  onSay,
  onFine,
}: {
  readonly alert: AlertView;
  readonly busy: boolean;
  readonly onTake: () => void;
  readonly onSay: () => void;
  readonly onFine: () => void;
}) {
  const taken = alert.state === 'acknowledged';
  return (
    <div className="fo-acts">
      {taken ? null : (
        <Button busy={busy} onClick={onTake}>
          {t('alert.take')}
        </Button>
      )}
      <Button kind={taken ? 'primary' : 'secondary'} onClick={onSay}>
        {t('alert.say')}
      </Button>
      <Button kind="secondary" busy={busy} onClick={onFine}>
        {t('alert.fine')}
      </Button>
    </div>
  );
}

function Acts({ alert }: { readonly alert: AlertView }) {
  const { now } = useSession();
  const [saying, say] = useState(false);
  const { give, busy, trouble } = useAnswer();
  const close = (answer: ResolveAlert) => give({ id: alert.id, answer });
  return (
    <>
      {alert.acknowledgedAt ? (
        <p className="fo-muted">{t('alert.taken', { when: sayMoment(alert.acknowledgedAt, now) })}</p>
      ) : null}
      {trouble ? <p role="alert">{trouble}</p> : null}
      {saying ? (
        <Outcomes busy={busy} onChoose={(outcome) => close({ outcome })} onBack={() => say(false)} />
      ) : (
        <Choices
          alert={alert}
          busy={busy}
          onTake={() => give({ id: alert.id, answer: null })}
          onSay={() => say(true)}
          onFine={() => close({ outcome: 'group-is-fine', useful: 'not-useful' })}
        />
      )}
    </>
  );
}

/** What can be done about the alert of one group, beside the reasons for it. */
export function AlertActs({ groupId }: { readonly groupId: string }) {
  const { data } = useQuery(alertQueries.standing());
  const alert = data?.find((candidate) => candidate.groupId === groupId);
  return alert?.mayAct ? <Acts alert={alert} /> : null;
}

const groupsOf = (alerts: readonly AlertView[]): ReadonlySet<string> =>
  new Set(alerts.flatMap(({ groupId }) => groupId ?? []));

/** The groups that somebody may still do something about. */
export const useStanding = () => useQuery({ ...alertQueries.standing(), select: groupsOf });
