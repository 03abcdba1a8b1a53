import { useQuery } from '@tanstack/react-query';
import type { AlertView } from '@followon/shared/contract/alerts';
import { useState } from 'react';
import { useSession } from '../api/session.js';
import { t, type MessageKey } from '../i18n.js';
import { Button } from '../ui/button.js';
import { useStay } from '../ui/focus-here.js';
import { NoConcern, RemindMe, WhatHappened } from './act-choices.js';
import { isDue, nameOf, sayHand } from './alert-words.js';
import { CauseTag } from './cause-tag.js';
import { alertQueries } from './queries.js';
import { useAlertAct } from './use-alert-act.js';

/** What asks one thing more before it is done. */
const ASKING = { remind: RemindMe, fine: NoConcern, say: WhatHappened } as const;
type Asking = keyof typeof ASKING;
const WORDS: Readonly<Record<Asking, MessageKey>> = {
  remind: 'alert.remind',
  fine: 'alert.fine',
  say: 'alert.say',
};

interface ButtonsProps {
  readonly alert: AlertView;
  readonly busy: boolean;
  /** The question that the reader came back from: the focus is on its button again. */
  readonly from: Asking | undefined;
  readonly onTake: () => void;
  readonly onAsk: (asking: Asking) => void;
}

function Buttons({ alert, busy, from, onTake, onAsk }: ButtonsProps) {
  const isTaken = alert.state !== 'open';
  return (
    <div className="fo-acts fo-acts--wrap">
      {isTaken ? null : (
        <Button busy={busy} onClick={onTake}>
          {t('alert.take')}
        </Button>
      )}
      {(Object.keys(WORDS) as readonly Asking[]).map((asking) => (
        <Button
          key={asking}
          kind={isTaken && asking === 'say' ? 'primary' : 'secondary'}
          autoFocus={asking === from}
          onClick={() => onAsk(asking)}
        >
          {t(WORDS[asking])}
        </Button>
      ))}
    </div>
  );
}

interface ActsProps {
  readonly alert: AlertView;
  /** The page says by itself who has it in hand. */
  readonly isSaid?: boolean;
  /** It is put off or closed, and leaves a list. */
  readonly onLeave?: ((said: string) => void) | undefined;
}

/** What can be done about an alert by whoever may: take it, put it off, or close it with what came of it. */
export function AlertActs({ alert, isSaid = false, onLeave }: ActsProps) {
  const { now } = useSession();
  const { here, stay } = useStay<HTMLDivElement>();
  const [asking, ask] = useState<Asking>();
  const [from, comeFrom] = useState<Asking>();
  const leave = (said: string) => {
    ask(undefined);
    onLeave?.(said);
  };
  const { give, busy, trouble } = useAlertAct(alert, { onStay: stay, onLeave: leave });
  if (!alert.mayAct) return null;
  const Question = asking ? ASKING[asking] : undefined;
  const back = () => {
    comeFrom(asking);
    ask(undefined);
  };
  return (
    <div className="fo-here" role="group" aria-label={t('alert.acts', { name: nameOf(alert) })} {...here}>
      {isSaid || alert.state === 'open' ? null : <p className="fo-muted">{sayHand(alert, now)}</p>}
      {trouble ? <p role="alert">{trouble}</p> : null}
      {Question ? (
        <Question alert={alert} busy={busy} give={give} onBack={back} />
      ) : (
        <Buttons alert={alert} busy={busy} from={from} onTake={() => give({ what: 'take' })} onAsk={ask} />
      )}
    </div>
  );
}

/** The same beside the reasons of one group; each alert by its name where there are several. */
export function ActsOfGroup({ groupId }: { readonly groupId: string }) {
  const { data } = useQuery(alertQueries.standing());
  const alerts = data?.filter((alert) => alert.groupId === groupId && alert.mayAct) ?? [];
  return alerts.map((alert) => (
    <div key={alert.id}>
      {alerts.length > 1 ? <CauseTag {...alert} /> : null}
      <AlertActs alert={alert} />
    </div>
  ));
}

/** The groups that wait for somebody today. */
export function useStanding() {
  const { now } = useSession();
  const select = (alerts: readonly AlertView[]): ReadonlySet<string> =>
    new Set(alerts.flatMap((alert) => (alert.groupId && isDue(alert, now) ? [alert.groupId] : [])));
  return useQuery({ ...alertQueries.standing(), select });
}
