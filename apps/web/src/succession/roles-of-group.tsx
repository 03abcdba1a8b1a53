import { useQuery } from '@tanstack/react-query';
import type { GroupView } from '@followon/shared/contract/groups';
import type { RoleOfferView } from '@followon/shared/contract/succession';
import { useState } from 'react';
import { wordsFor } from '../api/problem.js';
import { useAct } from '../api/use-act.js';
import { sayDay } from '../dates.js';
import { t } from '../i18n.js';
import { useAnnounce } from '../ui/announcer.js';
import { Button } from '../ui/button.js';
import { FocusHere } from '../ui/focus-here.js';
import { OfferRole } from './offer-role.js';
import { refreshes, successionQueries, withdrawOffer } from './queries.js';
import { sayARole } from './role-words.js';
import { StepDown } from './step-down.js';

interface OfGroup {
  readonly group: GroupView;
  readonly now: string;
}

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

function Offers({ group }: { readonly group: GroupView }) {
  const offers = useQuery(successionQueries.offers(group.id));
  const waiting = offers.data?.items ?? [];
  if (waiting.length === 0) return null;
  return (
    <ul className="fo-lines fo-lines--close" aria-label={t('offer.list')}>
      {waiting.map((offer) => (
        <Waiting key={offer.id} offer={offer} mayWithdraw={group.may.seeMembers} />
      ))}
    </ul>
  );
}

/** For a group's own people: who was asked, whom to ask, and a kind way to stop. */
export function RolesOfGroup({ group, now }: OfGroup) {
  const roles = useQuery(successionQueries.roles(group.id));
  const [thanks, thank] = useState<string>();
  const ended = ['closed', 'closed-well', 'merged'].includes(group.state);
  if (!group.ownGroup || ended || !roles.data) return null;
  const { items } = roles.data;
  const contacts = items.filter(({ kind }) => kind === 'contact');
  return (
    <div className="fo-stack fo-apart">
      {contacts.length === 0 ? <p>{t('roles.nobodyToRing')}</p> : null}
      {items
        .filter(({ steppingDownOn }) => steppingDownOn)
        .map(({ id, kind, mine, holder, steppingDownOn }) => (
          <p key={id}>
            {mine
              ? t('stepDown.until.me', { day: sayDay(steppingDownOn ?? now, now), role: sayARole(kind) })
              : t('stepDown.until.other', {
                  who: holder.displayName ?? t('offer.somebody'),
                  day: sayDay(steppingDownOn ?? now, now),
                })}
          </p>
        ))}
      {contacts.length > 0 && contacts.every(({ steppingDownOn }) => steppingDownOn) ? (
        <p>{t('roles.nobodyAfter')}</p>
      ) : null}
      <Offers group={group} />
      {group.may.seeMembers ? <OfferRole groupId={group.id} /> : null}
      {thanks ? (
        <FocusHere>
          <p>{thanks}</p>
        </FocusHere>
      ) : null}
      {items
        .filter(({ mine }) => mine)
        .map((role) => (
          <StepDown key={role.id} role={role} groupId={group.id} now={now} onStayed={thank} />
        ))}
    </div>
  );
}
