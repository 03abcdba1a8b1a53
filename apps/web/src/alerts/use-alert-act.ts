import type { AlertView } from '@followon/shared/contract/alerts';
import { wordsFor } from '../api/problem.js';
import { useSession } from '../api/session.js';
import { useAct } from '../api/use-act.js';
import { sayDay } from '../dates.js';
import { t } from '../i18n.js';
import { useAnnounce } from '../ui/announcer.js';
import { focusHeading } from '../ui/focus-here.js';
import { sendAct, type AlertAct } from './queries.js';

const STALE = ['alerts', 'groups', 'sites', 'nudges', 'programmes'];

function sayDone(act: AlertAct, now: string): string {
  if (act.what === 'take') return t('alert.said.acknowledged');
  if (act.what === 'snooze') return t('alert.said.snoozed', { day: sayDay(act.until, now) });
  return t('alert.said.resolved');
}

interface Places {
  /** The alert stays where it is, and so does the focus. */
  readonly onStay: () => void;
  /** It leaves the list: what happened is said where the reader goes on. */
  readonly onLeave?: ((said: string) => void) | undefined;
}

/** One act about an alert: done once, said, and the focus goes on where the eye does. */
export function useAlertAct({ id }: AlertView, { onStay, onLeave }: Places) {
  const announce = useAnnounce();
  const { now } = useSession();
  const act = useAct<AlertAct, AlertView>(
    (input, key) => sendAct(id, input, key),
    STALE,
    (_, input) => {
      const said = sayDone(input, now);
      announce(said);
      if (input.what === 'take') return onStay();
      onLeave?.(said);
      focusHeading();
    },
  );
  const give = (input: AlertAct) => act.mutate(input);
  return { give, busy: act.isPending, trouble: act.error ? wordsFor(act.error) : undefined };
}
