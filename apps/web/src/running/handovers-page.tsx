import { useQuery } from '@tanstack/react-query';
import type { ReactNode } from 'react';
import { useSession } from '../api/session.js';
import { t } from '../i18n.js';
import { PageTitle } from '../ui/page.js';
import { Asked, Empty } from '../ui/states.js';
import { MoveTasks } from './move-tasks.js';
import { runningQueries } from './queries.js';
import { SiteFigures } from './site-figures.js';

/** For whoever sees that the handovers of a site run: what needs a hand, `late` for the rows of that figure, tasks that change hands. */
export function HandoversPage({ late }: { readonly late: ReactNode }) {
  const { now, actions } = useSession();
  const figures = useQuery(runningQueries.figures());
  return (
    <>
      <PageTitle title={t('running.title')} />
      <Asked query={figures} lines={6}>
        {({ items }) =>
          items.length === 0 ? (
            <Empty title={t('running.none')} />
          ) : (
            items.map((site) => <SiteFigures key={site.siteId} site={site} now={now} />)
          )
        }
      </Asked>
      {late}
      {actions.includes('reassign-tasks') ? <MoveTasks /> : null}
    </>
  );
}
