import { useQuery } from '@tanstack/react-query';
import { Link } from '@tanstack/react-router';
import type { MemberWishesView } from '@followon/shared/contract/member-wishes';
import { useSession } from '../api/session.js';
import { t, type MessageKey } from '../i18n.js';
import { Breadcrumb } from '../ui/breadcrumb.js';
import { PageTitle } from '../ui/page.js';
import { Asked } from '../ui/states.js';
import { WishesForm } from '../ui/wishes-form.js';
import { speakingOf } from '../ui/wishes-words.js';
import { changeMemberWishes, memberWishes, membersKey } from './queries.js';
import { useChanging } from './use-changing.js';

type Closed = NonNullable<MemberWishesView['closed']>;

const WHY: Readonly<Record<Closed, MessageKey>> = {
  own: 'wishes.their.own',
  'signs-in': 'wishes.their.signsIn',
  'messages-off': 'wishes.their.messagesOff',
  'group-ended': 'wishes.their.groupEnded',
};

const nameOf = ({ member }: MemberWishesView): string => member.displayName ?? t('wishes.their.somebody');

/** Why there is nothing to write down now, and where to go instead. */
function NotHere({ view, closed }: { readonly view: MemberWishesView; readonly closed: Closed }) {
  return (
    <>
      <p>{t(WHY[closed], { name: nameOf(view) })}</p>
      <p>
        {closed === 'own' ? (
          <Link to="/wishes">{t('wishes.title')}</Link>
        ) : (
          <Link to="/groups/$id" params={{ id: view.group.id }}>
            {t('wishes.their.back', { group: view.group.name })}
          </Link>
        )}
      </p>
    </>
  );
}

function Theirs({
  view,
  wishes,
}: {
  readonly view: MemberWishesView;
  readonly wishes: NonNullable<MemberWishesView['wishes']>;
}) {
  const { group, member, own } = view;
  const { queryKey } = memberWishes(group.id, member.id);
  const changing = useChanging<MemberWishesView>({
    queryKey,
    put: (change, version) => changeMemberWishes(group.id, { memberId: member.id, change, version }),
    touches: membersKey(group.id),
  });
  const name = nameOf(view);
  return (
    <WishesForm
      wishes={wishes}
      speaking={speakingOf(name)}
      theirOwn={{ ...own, words: t('wishes.their.onlyThey', { name }) }}
      {...changing}
    />
  );
}

function Page({ view }: { readonly view: MemberWishesView }) {
  const { ownGroupIds } = useSession();
  const { group, closed, wishes } = view;
  const name = nameOf(view);
  const trail = [
    { to: '/groups', words: t('nav.myGroups', { count: ownGroupIds.length }) },
    { to: '/groups/$id', params: { id: group.id }, words: group.name },
  ] as const;
  return (
    <>
      <PageTitle
        title={t('wishes.their.title', { name })}
        inTab={t('wishes.their.tab')}
        before={<Breadcrumb trail={trail} />}
      >
        {closed ? null : <p className="fo-lede">{t('wishes.their.lede', { name })}</p>}
      </PageTitle>
      {closed ? <NotHere view={view} closed={closed} /> : null}
      {wishes ? <Theirs view={view} wishes={wishes} /> : null}
    </>
  );
}

/** What one member would like, as the contact person of their group writes down what they said. */
export function MemberWishesPage(of: { readonly groupId: string; readonly memberId: string }) {
  const view = useQuery(memberWishes(of.groupId, of.memberId));
  return (
    <div className="fo-narrow">
      <Asked query={view} lines={6}>
        {(it) => <Page view={it} />}
      </Asked>
    </div>
  );
}
