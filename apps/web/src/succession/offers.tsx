import { useQuery } from '@tanstack/react-query';
import type { GroupView } from '@followon/shared/contract/groups';
import type { RoleOfferView } from '@followon/shared/contract/succession';
import { wordsFor } from '../api/problem.js';
import { useAct } from '../api/use-act.js';
import { t } from '../i18n.js';
import { useAnnounce } from '../ui/announcer.js';
import { Button } from '../ui/button.js';
import { refreshes, successionQueries, withdrawOffer } from './queries.js';
import { sayARole } from './role-words.js';

function Waiting({ offer, mayWithdraw }: { readonly offer: RoleOfferView; readonly mayWithdraw: boolean }) {
  const announce = useAnnounce();
  const back = useAct(
    (id: string, key) => withdrawOffer(id, key),
    refreshes,
    () => announce(t('offer.said.back')),
  );
  const who = offer.asked.displayName ?? t('offer.somebody');
  return (
    <li>
      {t('offer.waiting', { who, role: sayARole(offer.kind) })}{' '}
      {mayWithdraw ? (
        <Button kind="quiet" busy={back.isPending} onClick={() => back.mutate(offer.id)}>
          {t('offer.withdraw')}
          <span className="nhsuk-u-visually-hidden"> {who}</span>
        </Button>
      ) : null}
      {back.error ? <p role="alert">{wordsFor(back.error)}</p> : null}
    </li>
  );
}

interface OffersProps {
  readonly group: GroupView;
  readonly mayWithdraw: boolean;
  /** Only those for these roles. */
  readonly kinds?: readonly RoleOfferView['kind'][];
}

/** Who was asked and has not answered. */
export function Offers({ group, mayWithdraw, kinds = ['contact', 'host', 'ptv'] }: OffersProps) {
  const offers = useQuery(successionQueries.offers(group.id));
  const waiting = offers.data?.items.filter(({ kind }) => kinds.includes(kind)) ?? [];
  if (waiting.length === 0) return null;
  return (
    <ul className="fo-lines fo-lines--close" aria-label={t('offer.list')}>
      {waiting.map((offer) => (
        <Waiting key={offer.id} offer={offer} mayWithdraw={mayWithdraw} />
      ))}
    </ul>
  );
}
