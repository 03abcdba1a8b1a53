import type { DeliveryLine, Settlement } from '@followon/shared/contract/deliveries';
import { useState } from 'react';
import { sayRefusal } from '../api/problem.js';
import { useAct } from '../api/use-act.js';
import { t, type MessageKey } from '../i18n.js';
import { useAnnounce } from '../ui/announcer.js';
import { Button } from '../ui/button.js';
import { FocusHere } from '../ui/focus-here.js';
import { settleDelivery } from './delivery-queries.js';
import { DONE, WAYS } from './delivery-words.js';

/** What is asked before it is done; everything else is done at once. */
function warningOf(how: Settlement, { state }: DeliveryLine): MessageKey | undefined {
  if (how === 'let-go') return 'delivery.sure.let-go';
  return how === 'again' && state === 'unknown' ? 'delivery.sure.again' : undefined;
}

/** What a person may decide about a message: again, let it go, it was posted, it arrived. */
export function SettleActs({ line }: { readonly line: DeliveryLine }) {
  const announce = useAnnounce();
  const [asked, setAsked] = useState<Settlement>();
  const act = useAct(
    (how: Settlement, key) => settleDelivery({ id: line.id, how }, key),
    ['deliveries'],
    (_, how) => {
      setAsked(undefined);
      announce(t(DONE[how]));
    },
  );
  const press = (how: Settlement) => () => (warningOf(how, line) ? setAsked(how) : act.mutate(how));
  const warning = asked && warningOf(asked, line);
  return (
    <>
      {act.error ? <p role="alert">{sayRefusal(act.error)}</p> : null}
      {asked && warning ? (
        <FocusHere>
          <p>{t(warning)}</p>
          <p className="fo-acts">
            <Button kind="secondary" busy={act.isPending} onClick={() => act.mutate(asked)}>
              {t(WAYS[asked])}
            </Button>
            <Button kind="quiet" onClick={() => setAsked(undefined)}>
              {t('delivery.leaveIt')}
            </Button>
          </p>
        </FocusHere>
      ) : (
        <p className="fo-acts">
          {line.ways.map((how) => (
            <Button key={how} kind="secondary" busy={act.isPending} onClick={press(how)}>
              {t(WAYS[how])}
            </Button>
          ))}
        </p>
      )}
    </>
  );
}
