import { useQuery } from '@tanstack/react-query';
import type { GroupView } from '@followon/shared/contract/groups';
import type { NewRoleOffer } from '@followon/shared/contract/succession';
import { useState } from 'react';
import { wordsFor } from '../api/problem.js';
import { useSession } from '../api/session.js';
import { useAct } from '../api/use-act.js';
import { t } from '../i18n.js';
import { useAnnounce } from '../ui/announcer.js';
import { Button } from '../ui/button.js';
import { Details } from '../ui/details.js';
import { SelectField } from '../ui/field.js';
import { Offers } from './offers.js';
import { offerRole, refreshes, successionQueries } from './queries.js';

const ENDED: readonly GroupView['state'][] = ['closed', 'closed-well', 'merged'];

/** Nobody stands beside a group without a yes: the question goes to the volunteer. */
function AskOne({ group }: { readonly group: GroupView }) {
  const volunteers = useQuery(successionQueries.volunteers(group.siteId));
  const [accountId, choose] = useState('');
  const announce = useAnnounce();
  const act = useAct(
    (wish: NewRoleOffer, key) => offerRole(group.id, wish, key),
    refreshes,
    () => {
      choose('');
      announce(t('offer.said'));
    },
  );
  return (
    <Details summary={t('beside.start')}>
      <div className="fo-form">
        <SelectField
          name="beside"
          label={t('offer.who')}
          value={accountId}
          onChange={(event) => choose(event.target.value)}
        >
          <option value="">{t('offer.choose')}</option>
          {volunteers.data?.items.map(({ id, displayName }) => (
            <option key={id} value={id}>
              {displayName}
            </option>
          ))}
        </SelectField>
        {act.error ? <p role="alert">{wordsFor(act.error)}</p> : null}
        <Button
          busy={act.isPending || accountId === ''}
          onClick={() => act.mutate({ kind: 'ptv', accountId })}
        >
          {t('offer.go')}
        </Button>
      </div>
    </Details>
  );
}

/**
 * What leads and administrators can do for a group that has nobody to ring. Whom its people would ask is theirs to know:
 * the way there is the volunteer who stands beside the group, or one who is asked to.
 */
export function VolunteerBeside({ group }: { readonly group: GroupView }) {
  const { actions } = useSession();
  const isTheirs = actions.includes('name-ptv') && !group.ownGroup && !ENDED.includes(group.state);
  const roles = useQuery({ ...successionQueries.roles(group.id), enabled: isTheirs });
  if (!isTheirs || !roles.data) return null;
  const { items } = roles.data;
  const isLooking = items.every(({ kind }) => kind !== 'contact');
  const name = items.find(({ kind }) => kind === 'ptv')?.holder.displayName;
  return (
    <div className="fo-stack fo-apart">
      {isLooking ? <p>{name ? t('beside.ask', { name }) : t('beside.nobody')}</p> : null}
      <Offers group={group} kinds={['ptv']} mayWithdraw />
      <AskOne group={group} />
    </div>
  );
}
