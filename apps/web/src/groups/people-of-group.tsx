import { useQuery } from '@tanstack/react-query';
import type { GroupRoleView, GroupView, MemberView } from '@followon/shared/contract/groups';
import { sayDay } from '../dates.js';
import { t, type MessageKey } from '../i18n.js';
import { Details } from '../ui/details.js';
import { Section } from '../ui/page.js';
import { Asked } from '../ui/states.js';
import { groupQueries } from './queries.js';

const KIND: Readonly<Record<GroupRoleView['kind'], MessageKey>> = {
  contact: 'people.role.contact',
  host: 'people.role.host',
  ptv: 'people.role.ptv',
};

/** Who does what for the group; a name that is not the reader's to know is left out, not hinted at. */
function Roles({ groupId }: { readonly groupId: string }) {
  const roles = useQuery(groupQueries.roles(groupId));
  return (
    <Asked query={roles}>
      {({ items }) => {
        const named = items.filter(({ holder }) => holder.displayName !== null);
        if (named.length === 0) return <p className="fo-muted">{t('people.noRole')}</p>;
        return (
          <ul className="fo-lines fo-lines--close">
            {named.map(({ id, kind, holder }) => (
              <li key={id}>
                <strong>{holder.displayName}</strong> <span className="fo-muted">{t(KIND[kind])}</span>
              </li>
            ))}
          </ul>
        );
      }}
    </Asked>
  );
}

const named = ({ displayName }: MemberView): boolean => displayName !== null;

function Members({ groupId, now }: { readonly groupId: string; readonly now: string }) {
  const members = useQuery(groupQueries.members(groupId));
  return (
    <Asked query={members}>
      {({ items }) => {
        const known = items.filter(named);
        if (known.length === 0) return <p className="fo-muted">{t('people.noMember')}</p>;
        return (
          <Details summary={t('people.members', { count: known.length })}>
            <ul className="fo-names">
              {known.map(({ id, displayName, pausedUntil }) => (
                <li key={id}>
                  {displayName}
                  {pausedUntil ? (
                    <span className="fo-muted"> {t('people.paused', { day: sayDay(pausedUntil, now) })}</span>
                  ) : null}
                </li>
              ))}
            </ul>
            <p className="fo-muted">{t('people.onlyYou')}</p>
          </Details>
        );
      }}
    </Asked>
  );
}

/** The people of a group, for the people of the group: who holds what, and the names its contact people keep. */
export function PeopleOfGroup({ group, now }: { readonly group: GroupView; readonly now: string }) {
  if (!group.ownGroup) return null;
  return (
    <Section title={t('people.title')} id="people">
      <Roles groupId={group.id} />
      {group.may.seeMembers ? <Members groupId={group.id} now={now} /> : null}
    </Section>
  );
}
