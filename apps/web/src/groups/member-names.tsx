import { useQuery } from '@tanstack/react-query';
import { Link } from '@tanstack/react-router';
import type { MemberView } from '@followon/shared/contract/groups';
import { wordsFor } from '../api/problem.js';
import { useAct } from '../api/use-act.js';
import { sayDay } from '../dates.js';
import { t } from '../i18n.js';
import { useAnnounce } from '../ui/announcer.js';
import { CheckField } from '../ui/field.js';
import { Details } from '../ui/details.js';
import { Asked } from '../ui/states.js';
import { groupQueries, preferMessages } from './queries.js';

interface MemberProps {
  readonly groupId: string;
  readonly member: MemberView;
  readonly now: string;
  /** The group has switched all messages off: what its members would like waits until they are on again. */
  readonly messagesOff: boolean;
}

/** A member said yes or no to messages: the contact person who asked them writes it down. */
function Wants({ groupId, member }: Pick<MemberProps, 'groupId' | 'member'>) {
  const announce = useAnnounce();
  const act = useAct(
    (wantsMessages: boolean, key) => preferMessages(groupId, { memberId: member.id, wantsMessages }, key),
    ['groups'],
    (_, wants) =>
      announce(t(wants ? 'people.said.wants' : 'people.said.wantsNone', { name: member.displayName ?? '' })),
  );
  const wants = act.isPending ? act.variables : (member.wantsMessages ?? false);
  return (
    <>
      <CheckField
        name={`wants-${member.id}`}
        label={t('people.wants')}
        about={member.displayName ?? ''}
        checked={wants}
        onChoose={(chosen) => act.mutate(chosen)}
      />
      {act.error ? <p role="alert">{wordsFor(act.error)}</p> : null}
    </>
  );
}

function Member({ groupId, member, now, messagesOff }: MemberProps) {
  return (
    <li>
      <span>
        {member.displayName}
        {member.pausedUntil ? (
          <span className="fo-muted"> {t('people.paused', { day: sayDay(member.pausedUntil, now) })}</span>
        ) : null}
      </span>
      {member.wantsMessages === undefined || messagesOff ? null : (
        <>
          <Link to="/groups/$id/wishes/$member" params={{ id: groupId, member: member.id }}>
            {t('people.wishes')}
            <span className="nhsuk-u-visually-hidden"> {member.displayName}</span>
          </Link>
          <span className="fo-names__wants">
            <Wants groupId={groupId} member={member} />
          </span>
        </>
      )}
    </li>
  );
}

/** The names a group's contact people keep, and who of them wants messages. */
export function MemberNames({ groupId, ...rest }: Omit<MemberProps, 'member'>) {
  const members = useQuery(groupQueries.members(groupId));
  return (
    <Asked query={members}>
      {({ items }) => {
        const known = items.filter(({ displayName }) => displayName !== null);
        if (known.length === 0) return <p className="fo-muted">{t('people.noMember')}</p>;
        return (
          <Details summary={t('people.members', { count: known.length })}>
            <p className="fo-muted">{t('people.onlyYou')}</p>
            {rest.messagesOff ? <p>{t('people.wishesOff')}</p> : null}
            <ul className="fo-names">
              {known.map((member) => (
                <Member key={member.id} groupId={groupId} member={member} {...rest} />
              ))}
            </ul>
          </Details>
        );
      }}
    </Asked>
  );
}
