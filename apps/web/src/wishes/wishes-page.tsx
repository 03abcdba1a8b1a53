import { useQuery } from '@tanstack/react-query';
import type { WishesView } from '@followon/shared/contract/wishes';
import { useSession } from '../api/session.js';
import { t } from '../i18n.js';
import { PageTitle } from '../ui/page.js';
import { Asked } from '../ui/states.js';
import { WishesForm } from '../ui/wishes-form.js';
import { toOneself } from '../ui/wishes-words.js';
import { Needs } from './needs.js';
import { changeWishes, ownWishes } from './queries.js';
import { useChanging } from './use-changing.js';

function Own({ wishes }: { readonly wishes: WishesView }) {
  const changing = useChanging<WishesView>({ queryKey: ownWishes.queryKey, put: changeWishes });
  return <WishesForm wishes={wishes} speaking={toOneself} {...changing} />;
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
