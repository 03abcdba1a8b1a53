import type { HandoverView } from '@followon/shared/contract/handovers';
import { wordsFor } from '../api/problem.js';
import { useAct } from '../api/use-act.js';
import { sayDay } from '../dates.js';
import { t } from '../i18n.js';
import { useAnnounce } from '../ui/announcer.js';
import { Button } from '../ui/button.js';
import { endHandover, type Ending } from './queries.js';
import { SignOff } from './sign-off.js';

/** The clinician releases, the volunteer accepts; until then, what stands in the way. */
export function HandoverEnding({ handover, now }: { readonly handover: HandoverView; readonly now: string }) {
  const announce = useAnnounce();
  const act = useAct(
    (ending: Ending, key) => endHandover(handover.id, ending, key),
    ['handovers', 'programmes', 'groups', 'sites'],
    (_, ending) => announce(t(ending === 'accept' ? 'ending.said.accept' : 'ending.said.signOff')),
  );
  const end = (ending: Ending) => act.mutate(ending);
  return (
    <div className="fo-ending">
      {handover.signedOffAt ? (
        <p>{t('ending.signedOff', { day: sayDay(handover.signedOffAt, now) })}</p>
      ) : null}
      {handover.acceptedAt ? <p>{t('ending.accepted', { day: sayDay(handover.acceptedAt, now) })}</p> : null}
      {act.error ? <p role="alert">{wordsFor(act.error)}</p> : null}
      {handover.maySignOff && handover.blocking.length > 0 ? (
        <p>{t('ending.blocked', { count: handover.blocking.length })}</p>
      ) : null}
      {handover.maySignOff && handover.blocking.length === 0 ? (
        <SignOff handover={handover} now={now} busy={act.isPending} onSignOff={() => end('sign-off')} />
      ) : null}
      {handover.mayAccept ? (
        <Button busy={act.isPending} onClick={() => end('accept')}>
          {t('ending.accept')}
        </Button>
      ) : null}
    </div>
  );
}
