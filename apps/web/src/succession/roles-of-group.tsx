import { useQuery } from '@tanstack/react-query';
import type { GroupView } from '@followon/shared/contract/groups';
import { useState } from 'react';
import { sayDay } from '../dates.js';
import { t } from '../i18n.js';
import { FocusHere } from '../ui/focus-here.js';
import { OfferRole } from './offer-role.js';
import { Offers } from './offers.js';
import { successionQueries } from './queries.js';
import { sayARole } from './role-words.js';
import { StepDown } from './step-down.js';

interface OfGroup {
  readonly group: GroupView;
  readonly now: string;
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
      <Offers group={group} mayWithdraw={group.may.seeMembers} />
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
