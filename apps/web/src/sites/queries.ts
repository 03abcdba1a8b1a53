import { queryOptions } from '@tanstack/react-query';
import type { NetworkOverview } from '@followon/shared/contract/sites';
import { get } from '../api/client.js';

/** Counts of groups, never of people, site by site. */
export const networkQuery = queryOptions({
  queryKey: ['sites', 'overviews'],
  queryFn: () => get<NetworkOverview>('/network'),
});
