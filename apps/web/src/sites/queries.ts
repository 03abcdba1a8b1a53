import { queryOptions } from '@tanstack/react-query';
import type { Page } from '@followon/shared/contract/page';
import type { SiteOverview, SiteView } from '@followon/shared/contract/sites';
import { get } from '../api/client.js';

/** Counts of groups, never of people, site by site. */
export const networkQuery = queryOptions({
  queryKey: ['sites', 'overviews'],
  queryFn: async () => {
    const { items } = await get<Page<SiteView>>('/sites', { limit: 200 });
    return Promise.all(items.map((site) => get<SiteOverview>(`/sites/${site.id}/overview`)));
  },
});
