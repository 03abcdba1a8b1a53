import { useMutation, useQuery, useQueryClient } from '@tanstack/react-query';
import type { WishesChange, WishesView } from '@followon/shared/contract/wishes';
import { Problem, saysWhy } from '../api/problem.js';
import { useSession } from '../api/session.js';
import { t } from '../i18n.js';
import { PageTitle } from '../ui/page.js';
import { Asked } from '../ui/states.js';
import { WishesForm } from '../ui/wishes-form.js';
import { Needs } from './needs.js';
import { changeWishes, ownWishes } from './queries.js';

function Own({ wishes }: { readonly wishes: WishesView }) {
  const queries = useQueryClient();
  const change = useMutation({
    // One after the other, each on top of what the one before has made.
    scope: { id: 'wishes' },
    mutationFn: (said: WishesChange) =>
      changeWishes(said, queries.getQueryData(ownWishes.queryKey)?.version ?? wishes.version),
    onSuccess: (view) => queries.setQueryData(ownWishes.queryKey, view),
    onError: (error) => {
      if (error instanceof Problem && error.status === 412)
        void queries.invalidateQueries({ queryKey: ownWishes.queryKey });
    },
  });
  return (
    <WishesForm
      wishes={wishes}
      busy={change.isPending}
      saved={change.isSuccess}
      trouble={change.error ? saysWhy(change.error) : undefined}
      onChange={(said) => change.mutate(said)}
    />
  );
}

/** What the reader gets themselves, in all their groups and roles; for administrators also who needs what, as counts. */
export function WishesPage() {
  const wishes = useQuery(ownWishes);
  const { actions, memberships } = useSession();
  const site = memberships.find(({ role }) => role === 'site-admin');
  return (
    <div className="fo-narrow">
      <PageTitle title={t('wishes.title')}>
        <p className="fo-lede">{t('wishes.lede')}</p>
      </PageTitle>
      <Asked query={wishes}>{(view) => <Own wishes={view} />}</Asked>
      {site && actions.includes('settle-deliveries') ? <Needs siteId={site.siteId} /> : null}
    </div>
  );
}
