import { useMutation } from '@tanstack/react-query';
import type { WishLink } from '@followon/shared/contract/links';
import { send } from '../api/client.js';
import { wordsFor } from '../api/problem.js';
import { useSession } from '../api/session.js';
import { sayDay } from '../dates.js';
import { t } from '../i18n.js';
import { Button } from '../ui/button.js';
import { Details } from '../ui/details.js';
import { FocusHere } from '../ui/focus-here.js';

/** The day before the link ends is the last on which it can be used. */
const lastDay = ({ expiresAt }: WishLink): string => new Date(Date.parse(expiresAt) - 1).toISOString();

function Sheet({ link, now }: { readonly link: WishLink; readonly now: string }) {
  return (
    <FocusHere className="fo-room">
      <div className="fo-room__sheet">
        <p className="fo-room__title">{t('room.sheet')}</p>
        <img
          className="fo-room__picture"
          alt={t('room.picture')}
          src={`data:image/svg+xml,${encodeURIComponent(link.svg)}`}
        />
        <p>{t('room.nameless')}</p>
        <p className="fo-room__address">{link.href}</p>
      </div>
      <p className="fo-muted">{t('room.until', { day: sayDay(lastDay(link), now) })}</p>
      <Button kind="secondary" onClick={() => window.print()}>
        {t('room.print')}
      </Button>
    </FocusHere>
  );
}

/** For the wall or the table: whoever scans it says what they would like, without a name. */
export function RoomLink({ programmeId }: { readonly programmeId: string }) {
  const { actions, now } = useSession();
  const make = useMutation({
    mutationFn: () => send<WishLink>('POST', `/programmes/${programmeId}/wish-link`, { body: {} }),
  });
  if (!actions.includes('record-interest')) return null;
  return (
    <Details summary={t('room.title')}>
      <p>{t('room.why')}</p>
      {make.error ? <p role="alert">{wordsFor(make.error)}</p> : null}
      {make.data ? (
        <Sheet link={make.data} now={now} />
      ) : (
        <Button kind="secondary" busy={make.isPending} onClick={() => make.mutate()}>
          {t('room.make')}
        </Button>
      )}
    </Details>
  );
}
