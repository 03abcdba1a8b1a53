import { useQuery } from '@tanstack/react-query';
import type { GroupRoleView, GroupView } from '@followon/shared/contract/groups';
import { t, type MessageKey } from '../i18n.js';
import { Section } from '../ui/page.js';
import { Asked } from '../ui/states.js';
import { MemberNames } from './member-names.js';
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

/** The people of a group, for the people of the group: who holds what, and the names its contact people keep. */
export function PeopleOfGroup({ group, now }: { readonly group: GroupView; readonly now: string }) {
  if (!group.ownGroup) return null;
  return (
    <Section title={t('people.title')} id="people">
      <Roles groupId={group.id} />
      {group.may.seeMembers ? <MemberNames groupId={group.id} now={now} /> : null}
    </Section>
  );
}
