import type { DeliveryLine, SettleDelivery, Settlement } from '@followon/shared/contract/deliveries';
import { useState } from 'react';
import { sayRefusal } from '../api/problem.js';
import { useAct } from '../api/use-act.js';
import { t, type MessageKey } from '../i18n.js';
import { useAnnounce } from '../ui/announcer.js';
import { Button } from '../ui/button.js';
import { FocusHere, useStay } from '../ui/focus-here.js';
import { settleDelivery } from './delivery-queries.js';
import { BECAUSE, DONE, reasonsFor, WAYS, WHY_SO } from './delivery-words.js';

/** What is said before the question. */
function warningOf(how: Settlement, { state }: DeliveryLine): MessageKey | undefined {
  if (how === 'let-go') return 'delivery.sure.let-go';
  if (how === 'posted') return 'delivery.sure.posted';
  return how === 'again' && state === 'unknown' ? 'delivery.sure.again' : undefined;
}

interface WhyProps {
  readonly line: DeliveryLine;
  readonly how: Settlement;
  readonly busy: boolean;
  readonly decide: (said: SettleDelivery) => void;
  readonly onBack: () => void;
}

/** Why it is decided so, or whether it is so: the answer does it. */
function Why({ line, how, busy, decide, onBack }: WhyProps) {
  const warning = warningOf(how, line);
  const reasons = reasonsFor(how, line.state);
  return (
    <FocusHere label={t(WHY_SO[how])}>
      {warning ? <p>{t(warning)}</p> : null}
      <p className="fo-task__ask">{t(WHY_SO[how])}</p>
      <div className="fo-acts fo-acts--wrap">
        {reasons.length === 0 ? (
          <Button kind="secondary" busy={busy} onClick={() => decide({ how })}>
            {t('delivery.because.yes.posted')}
          </Button>
        ) : null}
        {reasons.map((reason) => (
          <Button key={reason} kind="secondary" busy={busy} onClick={() => decide({ how, reason })}>
            {t(BECAUSE[reason])}
          </Button>
        ))}
      </div>
      <Button kind="quiet" onClick={onBack}>
        {t('delivery.leaveIt')}
      </Button>
    </FocusHere>
  );
}

/** What a person may decide about a message: again, let it go, it was posted, it arrived. It stays when nothing is left to decide. */
export function SettleActs({ line }: { readonly line: DeliveryLine }) {
  const announce = useAnnounce();
  const { here, stay } = useStay<HTMLDivElement>();
  const [asked, setAsked] = useState<Settlement>();
  const act = useAct(
    (said: SettleDelivery, key) => settleDelivery({ id: line.id, ...said }, key),
    ['deliveries'],
    (_, { how }) => {
      setAsked(undefined);
      stay();
      announce(t(DONE[how]));
    },
  );
  const back = () => {
    setAsked(undefined);
    stay();
  };
  return (
    <div {...here}>
      {act.error ? <p role="alert">{sayRefusal(act.error)}</p> : null}
      {asked ? (
        <Why line={line} how={asked} busy={act.isPending} decide={act.mutate} onBack={back} />
      ) : line.ways.length === 0 ? null : (
        <p className="fo-acts">
          {line.ways.map((how) => (
            <Button key={how} kind="secondary" busy={act.isPending} onClick={() => setAsked(how)}>
              {t(WAYS[how])}
            </Button>
          ))}
        </p>
      )}
    </div>
  );
}
