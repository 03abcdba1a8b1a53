import { queryOptions } from '@tanstack/react-query';
import type { LinkView } from '@followon/shared/contract/links';
import { sendWithoutCookies } from '../api/client.js';

/** What a link is for; asking does nothing. */
export const openedLink = (token: string) =>
  queryOptions({
    queryKey: ['link', token],
    queryFn: () => sendWithoutCookies<LinkView>('/links/open', { token }),
    staleTime: Infinity,
    gcTime: 0,
    refetchOnWindowFocus: false,
  });

/** What the reader says; each kind of link has its own. */
export type Said = Readonly<Record<string, unknown>>;

export const actByLink = (token: string, said: Said): Promise<LinkView> =>
  sendWithoutCookies<LinkView>('/links/act', { token, ...said });
