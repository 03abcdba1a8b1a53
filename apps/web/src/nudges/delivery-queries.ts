import { infiniteQueryOptions, queryOptions } from '@tanstack/react-query';
import type {
  DeliveryCounts,
  DeliveryDetail,
  DeliveryLine,
  LetterQuery,
  LetterView,
  SettleDelivery,
} from '@followon/shared/contract/deliveries';
import type { Page } from '@followon/shared/contract/page';
import { get, send } from '../api/client.js';

/** What the list of messages can be narrowed to; it lives in the address. */
export interface MessageFilters {
  readonly site?: string | undefined;
  readonly state?: DeliveryLine['state'] | undefined;
  readonly key?: string | undefined;
  readonly channel?: string | undefined;
}

export const deliveryQueries = {
  list: (filters: MessageFilters) =>
    infiniteQueryOptions({
      queryKey: ['deliveries', 'list', filters],
      queryFn: ({ pageParam }) =>
        get<Page<DeliveryLine>>('/deliveries', { ...filters, cursor: pageParam, limit: 25 }),
      initialPageParam: undefined as string | undefined,
      getNextPageParam: (page) => page.nextCursor ?? undefined,
    }),
  counts: (site: string | undefined) =>
    queryOptions({
      queryKey: ['deliveries', 'counts', site],
      queryFn: () => get<DeliveryCounts>('/deliveries/counts', { site }),
    }),
  one: (id: string) =>
    queryOptions({
      queryKey: ['deliveries', 'one', id],
      queryFn: () => get<DeliveryDetail>(`/deliveries/${id}`),
    }),
};

export const settleDelivery = (
  { id, ...said }: { readonly id: string } & SettleDelivery,
  key: string,
): Promise<DeliveryLine> => send('POST', `/deliveries/${id}/settle`, { body: said, key });

export const openLetter = (id: string, { reason }: LetterQuery): Promise<LetterView> =>
  get(`/deliveries/${id}/letter`, { reason });
