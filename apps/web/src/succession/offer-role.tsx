import { useQuery } from '@tanstack/react-query';
import type { NewRoleOffer } from '@followon/shared/contract/succession';
import { useState } from 'react';
import { sayRefusal } from '../api/problem.js';
import { useAct } from '../api/use-act.js';
import { t } from '../i18n.js';
import { useAnnounce } from '../ui/announcer.js';
import { Button } from '../ui/button.js';
import { RadioField, SelectField } from '../ui/field.js';
import { FocusHere } from '../ui/focus-here.js';
import { Asked } from '../ui/states.js';
import { offerRole, refreshes, successionQueries } from './queries.js';
import { sayARole, sayWhatItIs } from './role-words.js';

const KINDS = ['contact', 'host'] as const;
type Kind = (typeof KINDS)[number];

interface FormProps {
  readonly groupId: string;
  readonly busy: boolean;
  readonly trouble: string | undefined;
  readonly onGo: (offer: NewRoleOffer) => void;
  readonly onBack: () => void;
}

function OfferForm({ groupId, busy, trouble, onGo, onBack }: FormProps) {
  const members = useQuery(successionQueries.members(groupId));
  const roles = useQuery(successionQueries.roles(groupId));
  const [kind, setKind] = useState<Kind>();
  const [memberId, setMemberId] = useState('');
  const holds = (role: Kind, id: string) =>
    roles.data?.items.some((held) => held.kind === role && held.holder.memberId === id) ?? false;
  return (
    <FocusHere label={t('offer.title')}>
      <Asked query={members}>
        {({ items }) => {
          const named = items.filter(
            ({ id, displayName }) => displayName !== null && !(kind && holds(kind, id)),
          );
          if (named.length === 0 && !kind) return <p>{t('offer.noNames')}</p>;
          return (
            <>
              <RadioField
                name="offer-kind"
                label={t('offer.what')}
                choices={KINDS.map((value) => ({
                  value,
                  label: `${sayARole(value)}. ${sayWhatItIs(value)}`,
                }))}
                value={kind}
                onChoose={(chosen) => {
                  setKind(chosen as Kind);
                  if (holds(chosen as Kind, memberId)) setMemberId('');
                }}
              />
              <SelectField
                name="offer-who"
                label={t('offer.who')}
                value={memberId}
                onChange={(event) => setMemberId(event.target.value)}
              >
                <option value="">{t('offer.choose')}</option>
                {named.map(({ id, displayName }) => (
                  <option key={id} value={id}>
                    {displayName}
                  </option>
                ))}
              </SelectField>
            </>
          );
        }}
      </Asked>
      {trouble ? <p role="alert">{trouble}</p> : null}
      <div className="fo-acts">
        <Button
          busy={busy || !kind || memberId === ''}
          onClick={() => (kind && memberId ? onGo({ kind, memberId }) : undefined)}
        >
          {t('offer.go')}
        </Button>
        <Button kind="quiet" onClick={onBack}>
          {t('offer.back')}
        </Button>
      </div>
    </FocusHere>
  );
}

/** Somebody of the group is asked to take a role; nothing is theirs before they say yes. */
export function OfferRole({ groupId }: { readonly groupId: string }) {
  const [open, setOpen] = useState(false);
  const announce = useAnnounce();
  const offer = useAct(
    (wish: NewRoleOffer, key) => offerRole(groupId, wish, key),
    refreshes,
    () => {
      announce(t('offer.said'));
      setOpen(false);
    },
  );
  if (!open)
    return (
      <Button kind="secondary" onClick={() => setOpen(true)}>
        {t('offer.start')}
      </Button>
    );
  return (
    <OfferForm
      groupId={groupId}
      busy={offer.isPending}
      trouble={offer.error ? sayRefusal(offer.error) : undefined}
      onGo={(wish) => offer.mutate(wish)}
      onBack={() => setOpen(false)}
    />
  );
}
