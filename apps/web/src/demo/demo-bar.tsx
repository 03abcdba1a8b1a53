import { Link } from '@tanstack/react-router';
import { useMutation, useQueryClient } from '@tanstack/react-query';
import { sayDay } from '../dates.js';
import { t } from '../i18n.js';
import { useAnnounce } from '../ui/announcer.js';
import { advance } from './queries.js';

const DAY = 1;
const WEEK = 7;

/** Says that this is a demo, what day it is there, and lets anybody watch the days go by. */
export function DemoBar({ now, signedIn }: { readonly now: string; readonly signedIn: boolean }) {
  const queries = useQueryClient();
  const announce = useAnnounce();
  const skip = useMutation({
    mutationFn: advance,
    onSuccess: async (clock) => {
      await queries.invalidateQueries();
      announce(t('demo.moved', { day: sayDay(clock.now) }));
    },
    onError: () => announce(t('demo.stuck')),
  });
  return (
    <aside className="fo-demo" aria-label={t('demo.label')}>
      <p>
        <strong>{t('demo.title')}</strong> {t('demo.today', { day: sayDay(now) })}
      </p>
      {signedIn ? (
        <div className="fo-demo__acts">
          <button
            type="button"
            className="fo-plain-button"
            disabled={skip.isPending}
            onClick={() => skip.mutate(DAY)}
          >
            {t('demo.skipDay')}
          </button>
          <button
            type="button"
            className="fo-plain-button"
            disabled={skip.isPending}
            onClick={() => skip.mutate(WEEK)}
          >
            {t('demo.skipWeek')}
          </button>
          <Link to="/outbox">{t('demo.outbox')}</Link>
        </div>
      ) : null}
      {skip.isPending ? <p className="fo-demo__busy">{t('demo.moving')}</p> : null}
      {skip.isError ? <p className="fo-demo__busy">{t('demo.stuck')}</p> : null}
    </aside>
  );
}
