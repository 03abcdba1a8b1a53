import { queryOptions } from '@tanstack/react-query';
import type { AccessNeeds, WishesChange, WishesView } from '@followon/shared/contract/wishes';
import { get, send } from '../api/client.js';

export const ownWishes = queryOptions({
  queryKey: ['wishes'],
  queryFn: () => get<WishesView>('/wishes'),
});

export const changeWishes = (change: WishesChange, version: number): Promise<WishesView> =>
  send<WishesView>('PUT', '/wishes', { body: change, version });

/** How many people of a site need another form of message. */
export const accessNeeds = (site: string) =>
  queryOptions({
    queryKey: ['wishes', 'needs', site],
    queryFn: () => get<AccessNeeds>('/wishes/needs', { site }),
  });
