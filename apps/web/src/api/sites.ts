import { queryOptions } from '@tanstack/react-query';
import type { Page } from '@followon/shared/contract/page';
import type { SiteView } from '@followon/shared/contract/sites';
import { get } from './client.js';

/** The sites the reader belongs to, or every site of the network for its administrator. */
export const siteQuery = queryOptions({
  queryKey: ['sites', 'names'],
  queryFn: () => get<Page<SiteView>>('/sites', { limit: 200 }),
  staleTime: 300_000,
});
