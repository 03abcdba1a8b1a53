import { queryOptions } from '@tanstack/react-query';
import type { AlertView, ResolveAlert } from '@followon/shared/contract/alerts';
import type { Page } from '@followon/shared/contract/page';
import { get, send } from '../api/client.js';

export const alertQueries = {
  /** Every alert that somebody may still do something about. */
  standing: () =>
    queryOptions({
      queryKey: ['alerts', 'standing'],
      queryFn: async () => {
        const states = ['open', 'acknowledged'] as const;
        const pages = await Promise.all(
          states.map((state) => get<Page<AlertView>>('/alerts', { state, limit: 200 })),
        );
        return pages.flatMap((page) => page.items);
      },
    }),
  ofGroup: (group: string) =>
    queryOptions({
      queryKey: ['alerts', group],
      queryFn: () => get<Page<AlertView>>('/alerts', { group, limit: 50 }),
    }),
};

export const acknowledge = (id: string, key: string): Promise<AlertView> =>
  send('POST', `/alerts/${id}/acknowledge`, { body: {}, key });

export const resolve = (id: string, answer: ResolveAlert, key: string): Promise<AlertView> =>
  send('POST', `/alerts/${id}/resolve`, { body: answer, key });
