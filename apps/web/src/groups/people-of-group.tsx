import { useQuery } from '@tanstack/react-query';
import type { GroupRoleView, GroupView } from '@followon/shared/contract/groups';
import type { ReactNode } from 'react';
import { useSession } from '../api/session.js';
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
function Roles({ roles }: { readonly roles: readonly GroupRoleView[] }) {
  if (roles.length === 0) return <p className="fo-muted">{t('people.noRole')}</p>;
  return (
    <ul className="fo-lines fo-lines--close">
      {roles.map(({ id, kind, holder }) => (
        <li key={id}>
          <strong>{holder.displayName}</strong> <span className="fo-muted">{t(KIND[kind])}</span>
        </li>
      ))}
    </ul>
  );
}

/** The people of a group: who can be asked, and for its contact people the names they keep. */
export function PeopleOfGroup(props: {
  readonly group: GroupView;
  readonly now: string;
  /** What can be done about who does what. */
  readonly children?: ReactNode;
}) {
  const { group, now, children } = props;
  const { actions } = useSession();
  const roles = useQuery(groupQueries.roles(group.id));
  const named = roles.data?.items.filter(({ holder }) => holder.displayName !== null) ?? [];
  if (!group.ownGroup && named.length === 0 && !actions.includes('name-ptv')) return null;
  return (
    <Section title={t('people.title')} id="people">
      <Asked query={roles}>{() => <Roles roles={named} />}</Asked>
      {children}
      {group.ownGroup && group.may.seeMembers ? (
        <MemberNames groupId={group.id} now={now} messagesOff={group.messagesOff ?? false} />
      ) : null}
    </Section>
  );
}
